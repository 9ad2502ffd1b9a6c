import type { RefObject } from 'react'
import { StopBulk } from '../account/StopBulk.tsx'
import { BlockPerson } from '../people/BlockPerson.tsx'
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
