import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const top = fileURLToPath(new URL('..', import.meta.url))

interface Place {
  /** Packages whose code it may use. */
  uses: string[]
  /** Packages of which it may take types, in one file. */
  typesOf?: { from: string; in: string }
}

const routerTypes = (file: string) => ({ from: 'router', in: file })
const backend = ['protocol', 'db', 'bus', 'core', 'router']

/** Who may import whom; the README's map says what each is for. */
const map: Record<string, Place> = {
  'packages/protocol': { uses: [] },
  'packages/db': { uses: ['protocol'] },
  'packages/bus': { uses: ['protocol'] },
  'packages/core': { uses: ['protocol', 'db', 'bus'] },
  'packages/router': { uses: ['protocol', 'core'] },
  'packages/client': { uses: ['protocol'], typesOf: routerTypes('api.ts') },
  'packages/react': { uses: ['protocol', 'client'], typesOf: routerTypes('trpc.ts') },
  'apps/server': { uses: backend },
  'apps/web': { uses: ['react', 'client', 'protocol'], typesOf: routerTypes('') },
  'apps/example': { uses: ['react', 'client'] },
  'apps/load': { uses: ['client', 'protocol', 'db', 'bus'] },
  'apps/cluster': { uses: ['db', 'bus', 'server'] },
  'apps/chaos': { uses: [...backend, 'client', 'server', 'cluster', 'load'] },
}

const importLine =
  /^\s*(import|export)\s(type\s)?[^'"]*?from\s+'([^']+)'|import\(\s*'([^']+)'\s*\)/gm

function importsOf(file: string) {
  const text = readFileSync(file, 'utf8')
  return [...text.matchAll(importLine)].map(([, , type, from, lazily]) => ({
    isType: type !== undefined,
    from: from ?? lazily ?? '',
  }))
}

/** Product code; tests and their helpers may use whatever their package.json declares. */
function sourcesOf(place: string): string[] {
  return readdirSync(join(top, place, 'src'), { recursive: true, encoding: 'utf8' })
    .filter(file => /\.tsx?$/.test(file) && !/\.test(-d)?\.tsx?$/.test(file))
    .filter(file => !file.includes('testing/'))
    .map(file => join('src', file))
}

const places = ['packages', 'apps']
  .flatMap(folder => readdirSync(join(top, folder)).map(name => `${folder}/${name}`))
  .filter(place => existsSync(join(top, place, 'package.json')))

test.for(places.toSorted())('%s imports only what the map allows', place => {
  const { uses, typesOf } = map[place] ?? { uses: [] }
  expect(Object.keys(map)).toContain(place)
  const strays: string[] = []
  for (const file of sourcesOf(place)) {
    for (const { from, isType } of importsOf(join(top, place, file))) {
      const [, other] = /^@parley\/([^/]+)\//.exec(from) ?? []
      if (!other || uses.includes(other)) continue
      const inItsFile = typesOf?.in === '' || basename(file) === typesOf?.in
      if (other === typesOf?.from && isType && inItsFile) continue
      strays.push(`${file} imports ${from}`)
    }
  }
  expect(strays).toEqual([])
})

test.for(places.toSorted())('%s reaches into no other package by path', place => {
  const inside = join(top, place)
  const strays = sourcesOf(place).flatMap(file =>
    importsOf(join(inside, file))
      .filter(({ from }) => from.startsWith('.'))
      .map(({ from }) => relative(inside, join(inside, dirname(file), from)))
      .filter(target => target.startsWith('..'))
      .map(target => `${file} imports ${target}`),
  )
  expect(strays).toEqual([])
})

test.for(places.toSorted())('%s has no barrel', place => {
  const barrels = sourcesOf(place).filter(file =>
    /^\s*export\s+(\*|\{[^}]*\})\s+from/m.test(readFileSync(join(top, place, file), 'utf8')),
  )
  expect(barrels).toEqual([])
})
