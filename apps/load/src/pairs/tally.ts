/** What became of every message of a load: when it was sent, acknowledged and seen. */
import { setTimeout as pause } from 'node:timers/promises'
import type { DeviceListener } from '../devices/device.ts'
import { createLatencies } from '../measure/latencies.ts'

interface Tally {
  listener: DeviceListener
  sent(text: string): void
  /** Everything sent from now on counts among the times. */
  measure(): void
  /** Resolves when all that was sent has been acknowledged and seen, or nothing more happens. */
  settled(patienceMs: number): Promise<void>
}

interface Fate {
  sentAt: number
  isMeasured: boolean
  isAcknowledged: boolean
  isSeen: boolean
}

export function createTally() {
  const fates = new Map<string, Fate>()
  const acknowledgement = createLatencies()
  const delivery = createLatencies()
  const failures: unknown[] = []
  let isMeasuring = false
  let open = 0

  const tally: Tally = {
    listener: {
      acknowledged(text) {
        const fate = fates.get(text)
        if (!fate || fate.isAcknowledged) return
        fate.isAcknowledged = true
        open -= 1
        if (fate.isMeasured) acknowledgement.record(performance.now() - fate.sentAt)
      },
      seen(text) {
        const fate = fates.get(text)
        if (!fate || fate.isSeen) return
        fate.isSeen = true
        open -= 1
        if (fate.isMeasured) delivery.record(performance.now() - fate.sentAt)
      },
      failed: reason => void failures.push(reason),
    },
    sent(text) {
      open += 2
      const sentAt = performance.now()
      fates.set(text, { sentAt, isMeasured: isMeasuring, isAcknowledged: false, isSeen: false })
    },
    measure() {
      isMeasuring = true
    },
    async settled(patienceMs) {
      let last = open
      let since = performance.now()
      while (open > 0 && performance.now() - since < patienceMs) {
        await pause(20)
        if (open !== last) since = performance.now()
        last = open
      }
    },
  }
  return { ...tally, acknowledgement, delivery, failures }
}
