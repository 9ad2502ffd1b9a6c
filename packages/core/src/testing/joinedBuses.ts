import { type Attendance, limitedOf, nowhere } from '@parley/bus/attendance'
import type { Bus } from '@parley/bus/bus'
import { memoryBus } from '@parley/bus/memory'

export interface JoinedBus extends Bus {
  /** Its node is killed. */
  die(): void
}

/** The buses of several nodes, joined as far as presence goes, until they are parted. */
export function joinedBuses(count: number) {
  let isParted = false
  let living: JoinedBus[] = []
  const own = new Map<JoinedBus, Bus>()
  const limited = new Map<JoinedBus, Map<string, number>>()
  const upheavals = new Set<() => void>()
  const desertions = new Set<(people: readonly string[]) => void>()
  const upheave = () => {
    for (const tell of upheavals) tell()
  }

  function join(bus: Bus): JoinedBus {
    const people = new Map<string, number>()
    const joined: JoinedBus = {
      ...bus,
      stir(person) {
        for (const each of isParted ? [bus] : living.flatMap(one => own.get(one) ?? []))
          each.stir(person)
      },
      async attend(person, here, most = Number.POSITIVE_INFINITY) {
        const others = isParted ? [] : living.filter(one => one !== joined)
        const there = others.reduce((sum, one) => sum + (limited.get(one)?.get(person) ?? 0), 0)
        if (there + limitedOf(here) > most) return false
        people.set(person, limitedOf(here))
        return bus.attend(person, here)
      },
      async attendances(asked) {
        return isParted ? undefined : sumOf(living, asked)
      },
      onUpheaval(listener) {
        upheavals.add(listener)
        return () => upheavals.delete(listener)
      },
      onDeserted(listener) {
        desertions.add(listener)
        return () => desertions.delete(listener)
      },
      die() {
        living = living.filter(one => one !== joined)
        upheave()
        for (const tell of [...desertions].slice(0, 1)) tell([...people.keys()])
      },
    }
    own.set(joined, bus)
    limited.set(joined, people)
    return joined
  }

  async function sumOf(buses: JoinedBus[], people: readonly string[]): Promise<Attendance[]> {
    const answers = await Promise.all(
      buses.map(async one => (await own.get(one)?.attendances(people)) ?? []),
    )
    return people.map((_, at) => {
      const all = answers.map(answer => answer[at] ?? nowhere)
      const sum = (of: (one: Attendance) => number) =>
        all.reduce((total, one) => total + of(one), 0)
      return { connections: sum(one => one.connections), away: sum(one => one.away) }
    })
  }

  living = Array.from({ length: count }, () => join(memoryBus()))
  return {
    buses: living,
    /** All look again at who is where. */
    upheave,
    part() {
      isParted = true
      upheave()
    },
    /** They hear each other again; whether they are told so is not certain. */
    unite() {
      isParted = false
    },
  }
}
