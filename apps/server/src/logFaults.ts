/**
 * What nobody caught. Node would print it whole, with whatever a person wrote in it, and end
 * the process for everybody connected.
 */
import type { Log } from './log.ts'

export function logFaults(log: Log): void {
  // Whoever read our output is gone: no reason for us to go.
  process.stdout.on('error', () => {})
  // One act failed without anybody to tell; nothing else depends on it.
  process.on('unhandledRejection', error => log.error({ err: error }, 'nobody waited for this'))
  // Something was left half done: better a fresh start than a doubtful state.
  process.on('uncaughtException', error => {
    log.fatal({ err: error }, 'nobody caught this')
    process.exit(1)
  })
}
