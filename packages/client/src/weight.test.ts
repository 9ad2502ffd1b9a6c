import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const importLine = /^(?:import|export)\s(?!type\s)[^'"]*?from\s+'([^']+)'/gm

function imports(file: URL): string[] {
  return [...readFileSync(file, 'utf8').matchAll(importLine)].map(([, from = '']) => from)
}

const protocol = new URL('../../protocol/', import.meta.url)
const { exports } = JSON.parse(readFileSync(new URL('package.json', protocol), 'utf8'))

/** A file of ours, or nothing for a library. */
function fileOf(from: string, by: URL): URL | undefined {
  if (from.startsWith('.')) return new URL(from, by)
  const [, name] = /^@parley\/protocol\/(.+)$/.exec(from) ?? []
  return name === undefined ? undefined : new URL(exports[`./${name}`], protocol)
}

test('what runs in the browser carries neither the router nor the whole of zod', () => {
  const seen = new Set<string>()
  const libraries = new Set<string>()
  const visit = (file: URL) => {
    if (seen.has(file.href)) return
    seen.add(file.href)
    for (const from of imports(file)) {
      const next = fileOf(from, file)
      if (next) visit(next)
      else libraries.add(from)
    }
  }
  visit(new URL('client.ts', import.meta.url))
  expect([...libraries].sort()).toEqual([
    '@trpc/client',
    '@trpc/server/observable',
    'idb',
    'zod/mini',
  ])
  expect(
    [...seen].map(href => fileURLToPath(href)).filter(path => path.includes('/replica/')),
  ).not.toEqual([])
})
