import type { RefObject } from 'react'
import { ReactWith } from '../message/ReactWith.tsx'
import { ReadBy } from '../message/ReadBy.tsx'
import { BlockPerson } from '../people/BlockPerson.tsx'
import { StopBulk } from '../people/StopBulk.tsx'
import type { Asked } from './asked.ts'
import type { Room } from './room.ts'

interface Props {
  asked: Asked
  room: Room
  focusOtherwise: RefObject<HTMLElement | null>
  onClose: () => void
}

export function AskFirst({ asked, room, ...rest }: Props) {
  switch (asked.kind) {
    case 'stopBulk':
      return <StopBulk {...rest} />
    case 'block':
      return <BlockPerson person={asked.person} {...rest} />
    case 'readBy':
      return <ReadBy message={asked.message} {...rest} />
    case 'react':
      return <ReactWith message={asked.message} room={room} {...rest} />
  }
}
