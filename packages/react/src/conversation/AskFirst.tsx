import type { RefObject } from 'react'
import { BlockPerson } from '../people/BlockPerson.tsx'
import { StopBulk } from '../people/StopBulk.tsx'
import type { Asked } from './asked.ts'

interface Props {
  asked: Asked
  focusOtherwise: RefObject<HTMLElement | null>
  onClose: () => void
}

export function AskFirst({ asked, ...rest }: Props) {
  if (asked.kind === 'stopBulk') return <StopBulk {...rest} />
  return <BlockPerson person={asked.person} {...rest} />
}
