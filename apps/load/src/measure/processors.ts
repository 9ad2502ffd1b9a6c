import { cpus } from 'node:os'

/** @returns what tells which share of all processors was busy since, whoever used them */
export function watchProcessors(): () => number {
  const before = times()
  return () => {
    const after = times()
    return 1 - (after.idle - before.idle) / (after.all - before.all)
  }
}

function times() {
  const each = cpus().map(cpu => cpu.times)
  const idle = each.reduce((sum, time) => sum + time.idle, 0)
  const all = each.reduce((sum, { user, nice, sys, idle: spare, irq }) => {
    return sum + user + nice + sys + spare + irq
  }, 0)
  return { idle, all }
}
