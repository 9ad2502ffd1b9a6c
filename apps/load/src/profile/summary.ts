/** Where the time of a profile went: by place (our package, a library, Node) and by function. */
import type { Frame, Profile } from './profile.ts'

/** Milliseconds by name, the most first. */
export type Shares = [name: string, ms: number][]

export interface Summary {
  /** Without the time in which there was nothing to do. */
  busyMs: number
  places: Shares
  functions: Shares
}

export function summaryOf({ nodes, samples, timeDeltas }: Profile): Summary {
  const self = new Map<number, number>()
  for (const [at, id] of samples.entries()) {
    self.set(id, (self.get(id) ?? 0) + (timeDeltas[at] ?? 0) / 1000)
  }
  const places = new Map<string, number>()
  const functions = new Map<string, number>()
  let busyMs = 0
  for (const { id, callFrame } of nodes) {
    const ms = self.get(id) ?? 0
    if (ms === 0 || callFrame.functionName === '(idle)') continue
    busyMs += ms
    const place = placeOf(callFrame)
    add(places, place, ms)
    add(functions, `${callFrame.functionName || '(anonymous)'} · ${place}`, ms)
  }
  return { busyMs, places: ranked(places), functions: ranked(functions) }
}

function add(shares: Map<string, number>, name: string, ms: number): void {
  shares.set(name, (shares.get(name) ?? 0) + ms)
}

function ranked(shares: Map<string, number>): Shares {
  return [...shares].toSorted(([, a], [, b]) => b - a)
}

/** V8 names what is no JavaScript in brackets: the collector, and native code as "program". */
function placeOf({ functionName, url }: Frame): string {
  const path = decodeURIComponent(url.replace(/\?.*$/, ''))
  const [, library] = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path) ?? []
  if (library) return library
  const [, own] = /\/((?:packages|apps)\/[^/]+)\/src\//.exec(path) ?? []
  if (own) return own
  if (path.startsWith('node:')) return path
  return functionName.startsWith('(') ? functionName : 'V8'
}
