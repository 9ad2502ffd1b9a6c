import type { RefObject } from 'react'
import type { Room } from '../conversation/room.ts'
import type { MessageAct } from '../messageList/messageKeys.ts'
import type { Row, SaidRow } from '../messageList/rows.ts'
import { copyText } from './copyText.ts'
import type { Point } from './usePress.ts'

interface Given {
  room: Room
  scroller: RefObject<HTMLDivElement | null>
  openMenu: (row: Row, at: Point) => boolean
}

/** What keys do with a message. Each tells whether there was something to do. */
export function messageActs({ room, scroller, openMenu }: Given) {
  return (act: MessageAct, row: SaidRow): boolean => {
    const message = row.kind === 'message' ? row.message : undefined
    if (!message?.content) return false
    const isMine = message.senderId === room.me
    switch (act) {
      case 'menu':
        return openMenu(row, placeOf(scroller.current))
      case 'reply':
        room.acts.reply(message)
        return true
      case 'copy':
        void copyText(message.content.text)
        return true
      case 'edit':
        if (isMine) room.acts.edit(message)
        return isMine
      case 'remove':
        if (isMine) room.acts.remove(message.id)
        return isMine
      default:
        return false
    }
  }
}

/** At the bubble of the message that has the focus. */
function placeOf(scroller: HTMLElement | null): Point {
  const message = document.activeElement?.closest('[data-said]')
  const bubble = message?.firstElementChild?.firstElementChild ?? message ?? scroller
  const { left, bottom, top } = bubble?.getBoundingClientRect() ?? { left: 0, bottom: 0, top: 0 }
  const view = scroller?.getBoundingClientRect()
  return { x: left + 8, y: Math.min(Math.max(bottom, top), view?.bottom ?? bottom) }
}
