/** A bus that loses, repeats and delays what it is told, so that it also arrives out of order. */
import type { Bus } from '@parley/bus/bus'
import type { Change } from '@parley/protocol/change'
import type { Random } from '../random.ts'

/** Probabilities from 0 to 1, and the longest delay. */
export interface Weather {
  lost: number
  repeated: number
  late: number
  lateMs: number
}

/** Each person's copy has a fate of its own: what one is told another may miss. */
export function unreliableBus(bus: Bus, random: Random, weather: Weather): Bus {
  function pass(person: string, change: Change): void {
    if (random() < weather.late)
      setTimeout(() => bus.publish([person], change), random.below(weather.lateMs))
    else bus.publish([person], change)
  }

  return {
    ...bus,
    publish(people, change) {
      for (const person of people) {
        if (random() < weather.lost) continue
        pass(person, change)
        if (random() < weather.repeated) pass(person, change)
      }
    },
  }
}
