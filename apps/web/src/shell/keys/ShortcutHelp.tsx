import { messageKeys } from '@parley/react/messageList/messageKeys'
import { Dialog } from '@parley/react/parts/Dialog'
import { Fragment } from 'react'
import { keyWords } from '../../words/keyWords.ts'
import { words } from '../../words/words.ts'
import { isApple } from './isApple.ts'
import { shortcuts } from './shortcuts.ts'

const { parts, acts, names, title, or, note } = keyWords
type PartName = keyof typeof parts

/** What some keys do, in words. */
interface Told {
  does: string
  keys: readonly string[]
}

function toldOf(part: PartName): Told[] {
  if (part !== 'messages') {
    const those = shortcuts.filter(each => each.part === part)
    return those.map(({ does, keys }) => ({ does: acts[does], keys }))
  }
  return Object.entries(words.messageKeys).flatMap(([act, does]) => {
    const keys = Object.entries(messageKeys).find(([name]) => name === act)?.[1]
    return keys ? [{ does, keys }] : []
  })
}

/** In the order in which one comes upon them. */
const order: readonly PartName[] = ['everywhere', 'walking', 'writing', 'messages']

/** What the keys do, by the parts of the page. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div
        // biome-ignore lint/a11y/noNoninteractiveTabindex: those without a pointer scroll it too
        tabIndex={0}
        className="flex min-h-0 flex-col gap-6 overflow-y-auto p-5 -outline-offset-4"
      >
        {order.map(part => (
          <Part key={part} heading={parts[part]} told={toldOf(part)} />
        ))}
        {isApple && <p className="text-small text-soft">{note}</p>}
      </div>
    </Dialog>
  )
}

function Part({ heading, told }: { heading: string; told: readonly Told[] }) {
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold text-small text-soft">{heading}</h3>
      <dl className="flex flex-col gap-2">
        {told.map(({ does, keys }) => (
          <div key={does} className="flex items-start justify-between gap-4">
            <dt className="min-w-0">{does}</dt>
            <dd className="flex max-w-[55%] shrink-0 flex-wrap justify-end gap-x-1.5 gap-y-1 text-soft text-small">
              {keys.map((combination, at) => (
                <Fragment key={combination}>
                  {at > 0 && <span>{or}</span>}
                  <Combination keys={combination.split('+')} />
                </Fragment>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Keys stand in their order also where words run from right to left. */
function Combination({ keys }: { keys: readonly string[] }) {
  return (
    <span dir="ltr" className="inline-flex gap-1">
      {keys.map(key => (
        <kbd
          key={key}
          className="inline-flex min-w-6 items-center justify-center rounded-corner border border-edge bg-raised px-1.5 font-sans text-ink text-tiny leading-5"
        >
          <span aria-hidden="true">{signOf(key)}</span>
          <span className="sr-only">{nameOf(key)} </span>
        </kbd>
      ))}
    </span>
  )
}

const arrows: Record<string, string> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
}
const appleSigns: Record<string, string> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

function signOf(key: string): string {
  return arrows[key] ?? (isApple ? appleSigns[key] : undefined) ?? nameOf(key)
}

function nameOf(key: string): string {
  if (key === 'Mod') return isApple ? names.Command : names.Control
  return Object.entries(names).find(([name]) => name === key)?.[1] ?? key
}
