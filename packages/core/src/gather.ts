import pLimit from 'p-limit'
import { Refusal } from './refusal.ts'

interface Gathered<Item, Answer> {
  /**
   * Writes many at once, without waiting for what others have locked; answers nothing for
   * whatever it left out.
   *
   * @param line where: 0, or a later one while something that went there hangs
   */
  together(items: Item[], line: number): Promise<(Answer | undefined)[]>
  /** Writes one, however long it has to wait. */
  alone(item: Item): Promise<Answer>
  /** Told of a common write that failed; its items have gone alone. */
  onFailed(error: unknown): void
  /** Items of one lane keep their order: one that is being written holds up the later ones. */
  laneOf(item: Item): string
  /** How many are written at once; more gain nothing, and leave the database idle meanwhile. */
  batchMax?: number
  /**
   * While fewer than so many are being written, the next ones are written beside them; then they
   * wait for each other, since what is written together costs a fraction.
   */
  sideBySide?: number
  /** When a write takes longer, as on a connection that hangs, the next ones take another line. */
  slowMs?: number
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

/** What goes the same way, perhaps one behind the other, as on a connection. */
interface Line {
  at: number
  underWay: number
  /** Writes that have taken too long. */
  slow: number
}

const linesMax = 3

/**
 * Gathers what arrives while much is being written, and writes it together as soon as that is
 * done. When there is room, what arrives in one turn of the event loop goes at once: there is no
 * timer, and nobody waits for company.
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
  sideBySide = 4,
  slowMs = 100,
  waitingMax = 10_000,
  patienceMs = 12_000,
}: Gathered<Item, Answer>): (item: Item) => Promise<Answer> {
  type Waiter = Waiting<Item, Answer>
  /** In the order of arrival. */
  let waiting: Waiter[] = []
  /** The lanes in which something is being written, with the later ones. */
  const heldUp = new Map<string, Waiter[]>()
  let unanswered = 0
  const lines = Array.from({ length: linesMax }, (_, at): Line => ({ at, underWay: 0, slow: 0 }))
  let isStarting = false
  /** What waits for a lock holds a connection. */
  const solo = pLimit(4)

  function start(): void {
    if (isStarting) return
    isStarting = true
    setImmediate(() => {
      isStarting = false
      writeNext()
    })
  }

  function writeNext(): void {
    const line = lines.find(({ slow }) => slow === 0)
    if (line === undefined || line.underWay >= sideBySide) return
    const batch = take()
    if (batch.length > 0) void write(batch, line)
  }

  /** The next batch, without who is behind something that is being written. */
  function take(): Waiter[] {
    const batch: Waiter[] = []
    let taken = 0
    while (taken < waiting.length && batch.length < batchMax) {
      const next = waiting[taken++]
      if (next) (heldUp.get(next.lane) ?? batch).push(next)
    }
    waiting = waiting.slice(taken)
    for (const { lane } of batch) heldUp.set(lane, [])
    return batch
  }

  async function write(batch: Waiter[], line: Line): Promise<void> {
    line.underWay += batch.length
    const items = batch.map(({ item }) => item)
    const written = (async () => together(items, line.at))()
    watch(written, line)
    const answers = await within(patienceMs, written).catch(error => {
      onFailed(error)
      return undefined
    })
    line.underWay -= batch.length
    const left = new Map<string, Waiter[]>()
    for (const [at, waiter] of batch.entries()) {
      if (answers?.[at] !== undefined) continue
      left.set(waiter.lane, [...(left.get(waiter.lane) ?? []), waiter])
    }
    release(batch.filter(({ lane }) => !left.has(lane)))
    // After a failure nobody knows which it was, so all go alone; otherwise each lane's first.
    for (const [lane, waiters] of left) {
      const later = answers ? waiters.splice(1) : []
      heldUp.set(lane, [...later, ...(heldUp.get(lane) ?? [])])
      void goAlone(waiters)
    }
    // The database writes on while these are answered.
    writeNext()
    for (const [at, waiter] of batch.entries()) {
      const answer = answers?.[at]
      if (answer !== undefined) waiter.resolve(answer)
    }
  }

  /**
   * Has the next ones take another line when this takes long, for as long as it does: also when
   * nobody waits for it any more. While nothing but this line is left, they wait.
   */
  function watch(written: Promise<unknown>, line: Line): void {
    let isSlow = false
    const timer = setTimeout(() => {
      isSlow = lines.some(other => other !== line && other.slow === 0)
      if (!isSlow) {
        timer.refresh()
        return
      }
      line.slow += 1
      writeNext()
    }, slowMs)
    const settled = () => {
      clearTimeout(timer)
      if (!isSlow) return
      line.slow -= 1
      start()
    }
    written.then(settled, settled)
  }

  async function goAlone(waiters: Waiter[]): Promise<void> {
    for (const { item, resolve, reject } of waiters) {
      await solo(() => within(patienceMs, alone(item))).then(resolve, reject)
    }
    release(waiters)
    start()
  }

  /** Whoever was behind these is next. */
  function release(written: Waiter[]): void {
    const next = written.flatMap(({ lane }) => {
      const behind = heldUp.get(lane) ?? []
      heldUp.delete(lane)
      return behind
    })
    if (next.length > 0) waiting = [...next, ...waiting]
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
