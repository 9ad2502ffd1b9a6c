import type { Parts } from '@parley/client/client'
import { judge } from '../oracle/judge.ts'
import { told } from '../oracle/told.ts'
import type { Row } from '../row.ts'
import type { Person } from '../stage/person.ts'
import { type Stage, setStage } from '../stage/stage.ts'
import { say as sayIn } from '../stage/talk.ts'
import { until } from '../stage/until.ts'

const sizes = {
  short: { people: 12, conversationsEach: 3, rounds: 3, boundMs: 30_000 },
  long: { people: 100, conversationsEach: 4, rounds: 26, boundMs: 120_000 },
} as const

export const acknowledgementLost: Row = {
  name: 'acknowledgement-lost',
  fault: 'answers vanish: the server commits, and the connection breaks before word of it passes',
  invariant: 'the retry returns the original: stored once, shown once',
  aim: '0 doubled of 10,000',
  defence: 'a message keeps its clientId over all tries',
  symptom: /^doubled/,
  async run({ seed, size, broken, say }) {
    const { people, conversationsEach, rounds, boundMs } = sizes[size]
    const parts = broken ? withNewIds : {}
    await using stage = await setStage({ seed, people, conversationsEach, parts })
    say(`${people} people, ${rounds} rounds: everybody sends in each of their conversations`)
    const begun = performance.now()
    let lost = 0
    for (let round = 0; round < rounds; round += 1) lost += await loseAnswers(stage)
    const talked = performance.now() - begun
    const judged = await judge(stage, broken ? 5000 : boundMs)
    const figures = { 'acknowledgements lost': lost, ...told(stage, talked), ...judged.figures }
    return { problems: judged.problems, figures }
  },
}

/** @returns how many messages were stored while no answer could pass */
async function loseAnswers(stage: Stage): Promise<number> {
  const { people, sql, ledger } = stage
  const before = ledger.acknowledged()
  const [{ stored } = { stored: 0 }] = await countStored(sql)
  for (const { cable } of people) cable.swallow('down')
  for (const person of people) for (const id of person.conversations) sayIn(stage, person, id)
  const sent = people.reduce((sum, { conversations }) => sum + conversations.length, 0)
  await until('all is stored', async () => {
    const [row] = await countStored(sql)
    return (row?.stored ?? 0) >= stored + sent
  })
  const passed = ledger.acknowledged() - before
  for (const { cable } of people) cable.cut()
  // People do not wait for the next try: they press "connect now".
  for (const { client } of people) client.reconnectNow()
  await until(
    'everybody is back and knows',
    () => people.every(({ client }) => client.connection.get().state === 'online'),
    60_000,
  )
  const isEmpty = (person: Person) =>
    person.conversations.every(id => person.view(id).outgoing.length === 0)
  await until('all is acknowledged', () => people.every(isEmpty), 60_000)
  return sent - passed
}

const countStored = (sql: Stage['sql']) =>
  sql<{ stored: number }[]>`select count(*)::int as stored from messages`

/** Each try goes out under a new id; what comes back is taken for the message that was meant. */
const withNewIds: Parts = {
  transport: usual => ({
    ...usual,
    calls: {
      ...usual.calls,
      async send(input) {
        const clientId = crypto.randomUUID()
        const stored = await usual.calls.send({ ...input, clientId })
        return { ...stored, clientId: input.clientId }
      },
    },
  }),
}
