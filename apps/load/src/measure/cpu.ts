/** Seconds of processor time, as Linux counts them for each process: alike for every server. */
import { readFileSync } from 'node:fs'

/** What `/proc` counts in: a hundredth of a second, on every Linux there is. */
const perSecond = 100

/** User and system time of a process with all its threads; none once it is gone. */
export function cpuSecondsOf(pid: number): number {
  const fields = statOf(pid)
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / perSecond
}

export function parentOf(pid: number): number {
  return Number(statOf(pid)[1] ?? 0)
}

/** A process and what it has started, as a Postgres has its backends. */
export function familyOf(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim()
  return [pid, ...children.split(' ').filter(Boolean).map(Number)]
}

/** Of all processes; what the kernel does for the network is nobody's and left out. */
export function busySeconds(): number {
  const [, user, nice, system, , , , , steal] = (read('/proc/stat').split('\n')[0] ?? '').split(
    /\s+/,
  )
  const ticks = [user, nice, system, steal].reduce((sum, some) => sum + Number(some ?? 0), 0)
  return ticks / perSecond
}

/** What follows the program's name, which stands in brackets and may hold anything. */
function statOf(pid: number): string[] {
  return read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, '')
    .split(' ')
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
