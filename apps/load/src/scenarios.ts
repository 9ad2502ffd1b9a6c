/** All scenarios, in the order in which they run. */
import { Misuse } from './options.ts'
import type { Scenario } from './scenario.ts'
import { browser } from './scenarios/browser.ts'
import { bulk } from './scenarios/bulk.ts'
import { bundle } from './scenarios/bundle.ts'
import { chat } from './scenarios/chat.ts'
import { growth } from './scenarios/growth.ts'
import { history } from './scenarios/history.ts'
import { idle } from './scenarios/idle.ts'
import { list } from './scenarios/list.ts'
import { nodes } from './scenarios/nodes.ts'
import { pairs } from './scenarios/pairs.ts'
import { presence } from './scenarios/presence.ts'
import { rate } from './scenarios/rate.ts'
import { readsVersus } from './scenarios/readsVersus.ts'
import { room } from './scenarios/room.ts'
import { start } from './scenarios/start.ts'
import { web } from './scenarios/web.ts'
import { versusScenario } from './versus/versusScenario.ts'

const scenarios = [
  start,
  chat,
  ...[pairs, rate, room, idle, readsVersus, bulk].map(versusScenario),
  list,
  history,
  browser,
  web,
  bundle,
]

/** They need a redis-server; growth takes a quarter of an hour and ten gigabytes. */
const onlyByName = [nodes, presence, growth]

/** Those named, or all that need nothing special. @throws {Misuse} */
export function chooseScenarios(names: string[]): Scenario[] {
  const all = [...scenarios, ...onlyByName]
  const known = all.map(({ name }) => name)
  const strange = names.find(name => !known.includes(name))
  if (strange !== undefined) {
    throw new Misuse(`There is no scenario "${strange}"; there are ${known.join(', ')}.`)
  }
  return names.length === 0 ? scenarios : all.filter(({ name }) => names.includes(name))
}
