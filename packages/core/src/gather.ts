import { Refusal } from './refusal.ts'

interface Gathered<Item, Answer> {
  /** Writes many at once, without waiting for a lock; answers nothing for whatever it left out. */
  together(items: Item[]): Promise<(Answer | undefined)[]>
  /** Writes one, however long it has to wait. */
  alone(item: Item): Promise<Answer>
  /** Told of a common write that failed; its items have gone alone. */
  onFailed(error: unknown): void
  /** Items of one lane keep their order: one that goes alone holds up the later ones. */
  laneOf(item: Item): string
  /** How many are written at once; more gain nothing, and leave the database idle meanwhile. */
  batchMax?: number
  /** How many may wait; the next one is refused. */
  waitingMax?: number
  /** How long a write may take, which is longer than Postgres allows a statement. */
  patienceMs?: number
}

interface Waiting<Item, Answer> {
  item: Item
  lane: string
  resolve(answer: Answer): void
  reject(error: unknown): void
}

/**
 * Gathers what arrives while one write is in flight, and writes it together as soon as that
 * is done. When nothing is in flight, what arrives in one turn of the event loop goes at once:
 * there is no timer, and nobody waits for company.
 *
 * Whatever a common write leaves out goes alone, and so does all of it when it fails, so that
 * nothing is refused because of another.
 */
export function gather<Item, Answer>({
  together,
  alone,
  onFailed,
  laneOf,
  batchMax = 50,
  waitingMax = 10_000,
  patienceMs = 12_000,
}: Gathered<Item, Answer>): (item: Item) => Promise<Answer> {
  type Waiter = Waiting<Item, Answer>
  /** In the order of arrival. */
  let waiting: Waiter[] = []
  /** The lanes in which one goes alone, with the later ones. */
  const heldUp = new Map<string, Waiter[]>()
  let unanswered = 0
  let writing = false
  const solo = atMost(4)

  function start(): void {
    if (writing || waiting.length === 0) return
    writing = true
    setImmediate(writeOn)
  }

  async function writeOn(): Promise<void> {
    for (let batch = take(); batch.length > 0; batch = take()) await write(batch)
    writing = false
  }

  /** The next batch; whoever is behind one that goes alone stays behind it. */
  function take(): Waiter[] {
    const batch: Waiter[] = []
    let taken = 0
    while (taken < waiting.length && batch.length < batchMax) {
      const next = waiting[taken++]
      if (next) (heldUp.get(next.lane) ?? batch).push(next)
    }
    waiting = waiting.slice(taken)
    return batch
  }

  async function write(batch: Waiter[]): Promise<void> {
    const items = batch.map(({ item }) => item)
    const answers = await within(patienceMs, together(items)).catch(error => {
      onFailed(error)
      return undefined
    })
    const left = new Map<string, Waiter[]>()
    for (const [at, waiter] of batch.entries()) {
      const answer = answers?.[at]
      if (answer !== undefined) waiter.resolve(answer)
      else left.set(waiter.lane, [...(left.get(waiter.lane) ?? []), waiter])
    }
    // After a failure nobody knows which it was, so all go alone; otherwise each lane's first.
    for (const [lane, waiters] of left) {
      const first = answers ? waiters.splice(0, 1) : waiters.splice(0)
      heldUp.set(lane, waiters)
      void goAlone(lane, first)
    }
  }

  async function goAlone(lane: string, waiters: Waiter[]): Promise<void> {
    for (const { item, resolve, reject } of waiters) {
      await solo(() => within(patienceMs, alone(item))).then(resolve, reject)
    }
    waiting = [...(heldUp.get(lane) ?? []), ...waiting]
    heldUp.delete(lane)
    start()
  }

  return item => {
    if (unanswered >= waitingMax) {
      return Promise.reject(unavailable('Too much is waiting to be written.'))
    }
    unanswered += 1
    return new Promise<Answer>((resolve, reject) => {
      waiting.push({
        item,
        lane: laneOf(item),
        resolve(answer) {
          unanswered -= 1
          resolve(answer)
        },
        reject(error) {
          unanswered -= 1
          reject(error)
        },
      })
      start()
    })
  }
}

/** Nobody behind a write whose answer never comes waits for ever. */
async function within<Result>(ms: number, result: Promise<Result>): Promise<Result> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(unavailable('The write took too long.')), ms)
  })
  return Promise.race([result, late]).finally(() => clearTimeout(timer))
}

function unavailable(message: string): Refusal {
  return new Refusal('UNAVAILABLE', message)
}

/**
 * So many at a time: what waits for a lock holds a connection, and the common writes need one
 * that waits for nothing.
 */
function atMost(count: number) {
  const queue: (() => void)[] = []
  let running = 0

  return async function run<Result>(act: () => Promise<Result>): Promise<Result> {
    if (running >= count) await new Promise<void>(resolve => queue.push(resolve))
    else running += 1
    try {
      return await act()
    } finally {
      const next = queue.shift()
      if (next) next()
      else running -= 1
    }
  }
}
