import { chat as letChat } from '../pairs/chat.ts'
import { describe } from '../profile/describe.ts'
import { saveProfile } from '../profile/save.ts'
import type { Outcome, Scenario } from '../scenario.ts'
import { startServer } from '../server/server.ts'

const warmUpSeconds = 5
const defaultSeconds = 30
const defaultRate = 200

/** Beyond these it is the load or the machine that is slow. */
const tolerableLatenessMs = 20
const tolerableShare = 0.9

export const chat: Scenario = {
  name: 'chat',
  about: ({ pairs: count, rate = defaultRate, seconds = defaultSeconds, client }) =>
    `${count} pairs chat at ${rate} messages/s in total for ${seconds} s, ${client} client`,
  async run({ pairs: count, rate = defaultRate, seconds = defaultSeconds, client, profile }) {
    await using server = await startServer()
    const notes: string[] = []
    let endProfile: Awaited<ReturnType<typeof server.startProfile>> | undefined
    const told = await letChat({
      server,
      kind: client,
      pairs: count,
      perSecond: rate,
      warmUpSeconds,
      seconds,
      async onBegin() {
        if (profile) endProfile = await server.startProfile()
      },
      async onEnd() {
        if (!endProfile) return
        const recorded = await endProfile()
        notes.push(await saveProfile('chat', recorded), ...describe(recorded))
      },
    })
    notes.push(...remarks(told))
    return { figures: figuresOf(told, seconds), notes }
  },
}

type Told = Awaited<ReturnType<typeof letChat>>

function remarks({ calls, messages, lateness, machineBusy, failures }: Told): string[] {
  const perMessage = calls.map(([name, count]) => `${name} ${(count / messages).toFixed(2)}`)
  const notes = [`Calls per message: ${perMessage.join(', ')}.`]
  const late = lateness.percentile(99)
  if (late > tolerableLatenessMs || machineBusy > tolerableShare) {
    notes.push(
      `Its processors were busy for ${(machineBusy * 100).toFixed(0)} % of the time and the load itself late by ${late.toFixed(0)} ms (p99): this machine is too small or too busy for it, and the times above are not the server's.`,
    )
  }
  if (failures.length > 0) notes.push(`The first failure: ${String(failures[0])}`)
  return notes
}

function figuresOf(told: Told, seconds: number): Outcome['figures'] {
  const { acknowledgement, delivery, lost, doubled, disordered, failures, messages } = told
  return [
    { what: 'messages', value: messages / seconds, unit: '/s' },
    { what: 'acknowledged p50', value: acknowledgement.percentile(50), unit: 'ms' },
    { what: 'acknowledged p99', value: acknowledgement.percentile(99), unit: 'ms' },
    { what: 'acknowledged max', value: acknowledgement.max(), unit: 'ms' },
    { what: 'send to seen p50', value: delivery.percentile(50), unit: 'ms', target: 5 },
    { what: 'send to seen p99', value: delivery.percentile(99), unit: 'ms', target: 50 },
    { what: 'send to seen max', value: delivery.max(), unit: 'ms' },
    { what: 'lost', value: lost, unit: '', target: 0, must: true },
    { what: 'doubled', value: doubled, unit: '', target: 0, must: true },
    { what: 'screens in another order', value: disordered, unit: '', target: 0, must: true },
    { what: 'failures', value: failures.length, unit: '', target: 0, must: true },
    {
      what: 'server CPU per 1,000 messages',
      value: (told.cpuSeconds * 1e6) / messages,
      unit: 'ms',
    },
    { what: 'server memory (RSS)', value: told.residentBytes / 2 ** 20, unit: 'MiB' },
  ]
}
