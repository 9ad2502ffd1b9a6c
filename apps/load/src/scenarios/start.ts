import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createTimeline } from '../measure/timeline.ts'
import { root } from '../root.ts'
import type { Figure, Outcome, Scenario } from '../scenario.ts'
import { spawnListening } from '../server/process.ts'
import { startServer } from '../server/server.ts'
import { temporaryDirectory } from '../server/temporary.ts'

const starts = 5

export const start: Scenario = {
  name: 'start',
  about: ({ freshClone }) =>
    `from spawning the server to the first 200 of /readyz, embedded Postgres${freshClone ? '; npm start in a fresh clone' : ''}`,
  async run({ freshClone }) {
    const figures = await withEmbeddedDatabase()
    return freshClone ? inFreshClone(figures) : { figures, notes: [] }
  },
}

async function withEmbeddedDatabase(): Promise<Figure[]> {
  await using directory = await temporaryDirectory()
  const startOnce = async () => {
    await using server = await startServer({ dataDir: directory.path })
    return server.startedInMs / 1000
  }
  const first = await startOnce()
  const again: number[] = []
  while (again.length < starts) again.push(await startOnce())
  const median = again.toSorted((a, b) => a - b)[Math.floor(starts / 2)] ?? 0
  return [
    { what: 'server, empty DATA_DIR', value: first, unit: 's' },
    { what: `server, second start (median of ${starts})`, value: median, unit: 's', target: 5 },
  ]
}

/** What a newcomer types: nothing is installed, built or cached. */
async function inFreshClone(figures: Figure[]): Promise<Outcome> {
  await using directory = await temporaryDirectory()
  const clone = join(directory.path, 'parley')
  const home = (name: string) => join(directory.path, name)
  await promisify(execFile)('git', ['clone', '--quiet', root, clone])
  const env = {
    ...process.env,
    npm_config_cache: home('npm'),
    XDG_DATA_HOME: home('data'),
    XDG_CACHE_HOME: home('cache'),
    XDG_STATE_HOME: home('state'),
    PORT: '0',
  }
  const npmStart = async () => {
    const { hear, told } = createTimeline()
    const running = await spawnListening('npm', ['start'], { cwd: clone, env, probe: '/', hear })
    await running.stop()
    return { seconds: running.startedInMs / 1000, told: told() }
  }
  const first = await npmStart()
  const second = await npmStart()
  return {
    figures: [
      ...figures,
      { what: 'npm start, fresh clone', value: first.seconds, unit: 's', target: 60 },
      { what: 'npm start, second time', value: second.seconds, unit: 's', target: 5 },
    ],
    notes: [
      'The fresh clone downloaded every package: its time is also that of the network.',
      `Fresh clone, in seconds: ${first.told}`,
      `Second time: ${second.told}`,
    ],
  }
}
