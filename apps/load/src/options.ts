/** The command line of `pnpm bench`. */
import { parseArgs } from 'node:util'
import { type Axis, axes } from './growth/points.ts'

export const usage = `pnpm bench [NAME...] [options]
pnpm bench --compare A.json B.json

  --pairs N          pairs that chat (100)
  --rate N           messages per second, of all pairs together (chat and bulk 200, rate 1500)
  --high-rate N      rate: the same where the peer cannot follow (5000)
  --members N        room: people in it, all connected (500)
  --senders N        room: how many of them write (8)
  --connections N    idle: how many there are (5000)
  --recipients N     bulk: of the large broadcast (10000)
  --axis NAME        growth: only rows, conversations or connections
  --largest N        growth: nothing of which there would be more (10000000)
  --seconds N        how long a window is, after warming up (chat 30, others 10)
  --rounds N         against the peer: windows of each, by turns (2)
  --client KIND      chat: real, the product's own client, or thin, the bare wire (real)
  --fresh-clone      start: also times npm start in a clone of HEAD, with everything downloaded
  --profile          profiles the server while it is measured (web: the page)
  --even-if-busy     figures also from a machine that is too busy or too small for them
  --out FILE         where the figures go (apps/load/results/DATE.json)
  --compare          two such files, figure by figure
`

/** A sentence for whoever typed the command. */
export class Misuse extends Error {
  override name = 'Misuse'
}

const kinds = ['real', 'thin'] as const
export type DeviceKind = (typeof kinds)[number]

export interface Options {
  pairs: number
  /** Each scenario has its own default, also for `seconds`. */
  rate: number | undefined
  highRate: number
  members: number
  senders: number
  connections: number
  recipients: number
  /** Growth along one axis; by default along each. */
  axis: Axis | undefined
  largest: number
  /** Of one window. */
  seconds: number | undefined
  rounds: number
  client: DeviceKind
  freshClone: boolean
  profile: boolean
  evenIfBusy: boolean
}

/** @throws {Misuse} */
export function readCommandLine(args: string[]) {
  const { values, positionals } = parsed(args)
  const client = kinds.find(kind => kind === values.client)
  if (!client) throw new Misuse(`--client is one of ${kinds.join(', ')}.`)
  const axis = axes.find(one => one === values.axis)
  if (values.axis !== undefined && !axis) throw new Misuse(`--axis is one of ${axes.join(', ')}.`)
  const options: Options = {
    pairs: whole('pairs', values.pairs),
    rate: perhaps('rate', values.rate),
    highRate: whole('high-rate', values['high-rate']),
    members: whole('members', values.members),
    senders: whole('senders', values.senders),
    connections: whole('connections', values.connections),
    recipients: whole('recipients', values.recipients),
    axis,
    largest: whole('largest', values.largest),
    seconds: perhaps('seconds', values.seconds),
    rounds: whole('rounds', values.rounds),
    client,
    freshClone: values['fresh-clone'],
    profile: values.profile,
    evenIfBusy: values['even-if-busy'],
  }
  const { out, help } = values
  return { names: positionals, options, out, help, compared: compared(values.compare, positionals) }
}

/** The two files of `--compare`. */
function compared(isAsked: boolean, files: string[]): [a: string, b: string] | undefined {
  if (!isAsked) return undefined
  const [a, b] = files
  if (a === undefined || b === undefined || files.length > 2) {
    throw new Misuse('--compare takes two files that pnpm bench has written.')
  }
  return [a, b]
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        pairs: { type: 'string', default: '100' },
        rate: { type: 'string' },
        'high-rate': { type: 'string', default: '5000' },
        members: { type: 'string', default: '500' },
        senders: { type: 'string', default: '8' },
        connections: { type: 'string', default: '5000' },
        recipients: { type: 'string', default: '10000' },
        axis: { type: 'string' },
        largest: { type: 'string', default: '10000000' },
        seconds: { type: 'string' },
        rounds: { type: 'string', default: '2' },
        client: { type: 'string', default: 'real' },
        'fresh-clone': { type: 'boolean', default: false },
        compare: { type: 'boolean', default: false },
        profile: { type: 'boolean', default: false },
        'even-if-busy': { type: 'boolean', default: false },
        out: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Misuse(words.replace(/\. To specify.*/s, '.'))
  }
}

function perhaps(name: string, text: string | undefined): number | undefined {
  return text === undefined ? undefined : whole(name, text)
}

function whole(name: string, text: string): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1) return value
  throw new Misuse(`--${name} is a whole number from 1.`)
}
