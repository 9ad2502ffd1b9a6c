/** A page in this process, so that hooks run as they do in a browser. */
import { Window } from 'happy-dom'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'

const window = new Window({ url: 'http://localhost' })
for (const [name, value] of Object.entries({
  window,
  document: window.document,
  navigator: window.navigator,
  localStorage: window.localStorage,
  IS_REACT_ACT_ENVIRONMENT: true,
}))
  Object.defineProperty(globalThis, name, { value, configurable: true, writable: true })

export interface Page {
  /** What stands on it. */
  text(): string
  show(content: ReactNode): void
  /** Waits until it reads so. */
  reads(expected: string): Promise<void>
}

const patienceMs = 15_000

export function page(): Page {
  const root = createRoot(document.body.appendChild(document.createElement('div')))
  let shown = document.body.lastElementChild
  onTestFinished(() => {
    act(() => root.unmount())
    shown?.remove()
    shown = null
  })
  const text = () => shown?.textContent ?? ''

  return {
    text,
    show: content => act(() => root.render(content)),
    async reads(expected) {
      const until = Date.now() + patienceMs
      while (text() !== expected) {
        if (Date.now() > until) throw new Error(`The page reads "${text()}", not "${expected}".`)
        await act(() => new Promise(resolve => setTimeout(resolve, 10)))
      }
    },
  }
}
