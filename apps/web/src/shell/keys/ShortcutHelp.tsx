import { Dialog } from '@parley/react/parts/Dialog'
import { Fragment } from 'react'
import { words } from '../../words/words.ts'
import { isApple } from './isApple.ts'
import { type Shortcut, shortcuts } from './shortcuts.ts'

const { parts, acts, names, title, or, note } = words.keys
const all: readonly Shortcut[] = shortcuts

/** What the keys do, by the parts of the page. */
export function ShortcutHelp({ onClose }: { onClose: () => void }) {
  return (
    <Dialog title={title} onClose={onClose}>
      <div className="flex flex-col gap-6 p-5">
        {Object.entries(parts).map(([part, heading]) => (
          <Part key={part} heading={heading} told={all.filter(each => each.part === part)} />
        ))}
        {isApple && <p className="text-small text-soft">{note}</p>}
      </div>
    </Dialog>
  )
}

function Part({ heading, told }: { heading: string; told: readonly Shortcut[] }) {
  if (told.length === 0) return null
  return (
    <section className="flex flex-col gap-2">
      <h3 className="font-semibold text-small text-soft">{heading}</h3>
      <dl className="flex flex-col gap-2">
        {told.map(({ does, keys }) => (
          <div key={does} className="flex items-start justify-between gap-4">
            <dt className="min-w-0">{acts[does]}</dt>
            <dd className="shrink-0 text-soft text-small">
              {keys.map((combination, at) => (
                <Fragment key={combination}>
                  {at > 0 && ` ${or} `}
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
