/** Short sentences that need no answer, like "Copied.", some with a way back. The newest takes the place of the last. */
import { writable } from '@parley/client/readable'

interface Act {
  label: string
  onAct: () => void
}

export interface Notice {
  text: string
  isProblem: boolean
  act?: Act | undefined
}

const shownFor = 6_000
/** With something to decide about. */
const shownLonger = 12_000
const shown = writable<Notice | undefined>(undefined)
let hiding: ReturnType<typeof setTimeout> | undefined

export const notice = { get: shown.get, subscribe: shown.subscribe }

export function dismissNotice(): void {
  clearTimeout(hiding)
  shown.set(undefined)
}

function show(next: Notice): void {
  clearTimeout(hiding)
  hiding = setTimeout(dismissNotice, next.act ? shownLonger : shownFor)
  shown.set(next)
}

export function tell(text: string, act?: Act): void {
  show({ text, isProblem: false, act })
}

export function warn(text: string): void {
  show({ text, isProblem: true })
}
