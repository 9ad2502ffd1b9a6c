/**
 * For files that share a process: what one of them leaves behind in it, another one would meet
 * or not, depending on who came first. Such a file wants a process of its own.
 */
import { afterAll, expect } from 'vitest'

/** Defined by what tests import, the same for all: Node 20's lack, and what libraries keep. */
const byImport = /^(WebSocket$|__)/

const before = seen()

afterAll(() => {
  expect(seen()).toEqual(before)
})

function seen() {
  const globals = Object.getOwnPropertyNames(globalThis).filter(name => !byImport.test(name))
  return { globals: globals.toSorted(), env: { ...process.env } }
}
