/** Short sentences that need no answer, like "Copied.". The newest takes the place of the last. */
import { writable } from '@parley/client/readable'

interface Notice {
  text: string
  isProblem: boolean
}

const shownFor = 6_000
const shown = writable<Notice | undefined>(undefined)
let hiding: ReturnType<typeof setTimeout> | undefined

export const notice = { get: shown.get, subscribe: shown.subscribe }

export function dismissNotice(): void {
  clearTimeout(hiding)
  shown.set(undefined)
}

function show(next: Notice): void {
  clearTimeout(hiding)
  hiding = setTimeout(dismissNotice, shownFor)
  shown.set(next)
}

export function tell(text: string): void {
  show({ text, isProblem: false })
}

export function warn(text: string): void {
  show({ text, isProblem: true })
}
