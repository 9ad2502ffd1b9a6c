/** Why figures would not be the servers' but this machine's, in sentences. */
import { readFileSync } from 'node:fs'
import { availableParallelism, freemem, platform } from 'node:os'
import { setTimeout as pause } from 'node:timers/promises'
import { watch } from '../measure/watch.ts'
import type { Measured } from './windows.ts'

/** Of all cores. */
const tolerableShare = 0.15

/** At a fixed rate; a closed loop is never late, since it waits for the server. */
const tolerableLatenessMs = 10

export interface Needs {
  memoryMiB: number
  /** Files and sockets that one process may have open. */
  files: number
}

/** What the machine is, and what else it does for a moment before anything is started. */
export async function objectionsToMachine(needs: Needs): Promise<string[]> {
  const usageSince = watch({ server: 0, postgres: 0, others: [] })
  await pause(1000)
  return [
    ...objectionsToSize(needs, machineSize()),
    ...objectionsToOthers(usageSince().othersShare),
  ]
}

interface Size extends Needs {
  system: string
  cores: number
}

function machineSize(): Size {
  return {
    system: platform(),
    cores: availableParallelism(),
    memoryMiB: Math.round(freemem() / 2 ** 20),
    files: openFilesLimit(),
  }
}

export function objectionsToSize(needs: Needs, size: Size): string[] {
  const objections: string[] = []
  if (size.system !== 'linux') {
    objections.push('The processor time of each server is read from /proc, which only Linux has.')
  }
  if (size.cores < 2) objections.push(`This needs 2 cores, and there is ${size.cores}.`)
  if (size.memoryMiB < needs.memoryMiB) {
    objections.push(`This needs ${needs.memoryMiB} MiB of memory, and ${size.memoryMiB} are free.`)
  }
  if (size.files < needs.files) {
    objections.push(
      `This needs ${needs.files} open files, and ${size.files} are allowed (ulimit -n).`,
    )
  }
  return objections
}

export function objectionsToOthers(share: number, when = 'before it began'): string[] {
  if (share <= tolerableShare) return []
  return [
    `This machine was busy with other things ${when}: they used ${(share * 100).toFixed(0)} % of its cores.`,
  ]
}

type Window = Pick<Measured, 'name' | 'othersShare' | 'latenessMs'>

export function objectionsTo({ name, othersShare, latenessMs }: Window): string[] {
  const late = latenessMs.toFixed(0)
  return [
    ...objectionsToOthers(othersShare, `while ${name} was measured`),
    ...(latenessMs > tolerableLatenessMs
      ? [
          `The load was late by itself with ${name}, by ${late} ms (p99): this machine is too small.`,
        ]
      : []),
  ]
}

function openFilesLimit(): number {
  const limits = platform() === 'linux' ? readFileSync('/proc/self/limits', 'utf8') : ''
  const [, soft] = /^Max open files\s+(\d+)/m.exec(limits) ?? []
  return soft === undefined ? Number.POSITIVE_INFINITY : Number(soft)
}
