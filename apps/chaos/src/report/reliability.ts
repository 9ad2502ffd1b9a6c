/** `docs/reliability.md`, from the newest long result of every row. */
import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type { Row } from '../row.ts'
import { rows } from '../rows.ts'
import { keptResult, type Result } from './results.ts'

const path = fileURLToPath(new URL('../../../../docs/reliability.md', import.meta.url))

interface Told {
  row: Row
  result: Result | undefined
}

/** @returns where it was written */
export async function writeReport(): Promise<string> {
  const told = await Promise.all(
    rows.map(async row => ({ row, result: await keptResult(row, 'long') })),
  )
  await writeFile(path, pageOf(told))
  return path
}

function pageOf(told: Told[]): string {
  return [
    introduction,
    ...machines(told),
    '## What was seen',
    table(told),
    ...told.flatMap(one => details(one)),
    limits,
    '',
  ].join('\n\n')
}

const introduction = `# Reliability

No acknowledged message is lost, none is shown twice, and everybody ends with the list that the
database holds: whatever happens to networks, nodes, Postgres or a reader. This page is what the
fault suite saw when it was run long; it is written by the suite itself.

\`\`\`sh
pnpm chaos --long --controls --report   # writes this page
pnpm chaos node-killed --seed 7         # one row, a few seconds, with other choices
pnpm chaos --list                       # all rows
\`\`\`

Each row starts a Postgres, nodes as processes of their own, and people who use the product's own
client, each through a TCP cable that can be cut, frozen, left half open or made deaf. Rows about
several nodes start two of them, on a Redis of their own and behind one address. Then each row
breaks something, over and over, and compares three lists when the fault is over:

1. **what was acknowledged**: a message that left its sender's outbox and stands in their view; an
   edit, a removal or a reaction whose promise was kept;
2. **what Postgres holds**, read from its tables, not through the server;
3. **what everybody shows**: every message with its place, text, edits, removal, reactions and
   versions, and everybody's positions.

They must be the same, exactly; of a broadcast also whom it named and whom its report says that it
reached. A message that still waits in an outbox is not lost: it is counted
apart, and fails the row as well when it does not go out in time.

Every row has a **control**: it is run again without the defence that it is about, and must then
fail, for the reason that was expected. Controls take the small load of the short version; they only
have to turn red.`

function machines(told: Told[]): string[] {
  const results = told.flatMap(({ result }) => result ?? [])
  const lines = new Set(
    results.map(
      ({ machine: { date, commit, node, cores, processor, memoryGiB, system } }) =>
        `${date.slice(0, 10)}, commit ${commit}: ${cores} cores (${processor}), ${memoryGiB} GiB, Node ${node}, ${system}`,
    ),
  )
  if (lines.size === 0) return ['Not run yet.']
  const share =
    'Postgres, the node, all clients, the faults and whatever else the machine had to do (each row says how much) share these cores: times are those of a machine at its limit, and a queue that has built up counts until it is empty. Numbers of messages do not depend on it.'
  return [`${[...lines].map(line => `- ${line}`).join('\n')}\n\n${share}`]
}

function table(told: Told[]): string {
  const lines = told.map(({ row, result }) => {
    const cells = result
      ? [verdictOf(result), essence(result), controlOf(row, result)]
      : ['not run long yet', '', '']
    return `| [${row.name}](#${row.name}) | ${cells.join(' | ')} |`
  })
  return ['| Row | | Figures | Without its defence |', '|---|---|---|---|', ...lines].join('\n')
}

function verdictOf({ verdict }: Result): string {
  if (verdict.notRun !== undefined) return 'not run'
  return verdict.problems.length === 0 ? 'held' : '**did not hold**'
}

const essential = [
  'acknowledged',
  'acknowledgements lost',
  'recipients, each once',
  'edits, removals, reactions',
  'everything there after returning',
  'messages/s',
  'lost',
  'doubled',
  'out of order',
  'screens different',
]

/** The figures that rows share; all of them stand below. */
function essence({ verdict: { figures, notRun } }: Result): string {
  if (notRun !== undefined) return notRun
  const chosen = Object.entries(figures).filter(([what]) => essential.includes(what))
  const some = chosen.length > 0 ? chosen : Object.entries(figures)
  return some.map(([what, value]) => `${what} ${value}`).join('; ')
}

function controlOf({ defence }: Row, { control, noControl }: Result): string {
  if (!control) return 'control not run'
  if (control.notRun !== undefined) return control.notRun
  if (noControl !== undefined) return `**control ${noControl}**`
  return `red: ${shortened(control.problems[0] ?? '')} (taken away: ${defence})`
}

function details({ row, result }: Told): string[] {
  const aim = row.aim ? ` Aim: ${row.aim}.` : ''
  const head = `### ${row.name}\n\n${capital(row.fault)}. What must hold: ${row.invariant}.${aim}`
  if (!result) return [head]
  const { verdict, command, machine } = result
  const figures = Object.entries(verdict.figures).map(([what, value]) => `| ${what} | ${value} |`)
  const problems = verdict.problems.slice(0, 10).map(problem => `- ${shortened(problem)}`)
  return [
    head,
    `\`${command}\`, ${Math.round(verdict.seconds)} s; before it the machine was busy with ${machine.loadBefore} cores' worth of other work`,
    ...(figures.length > 0 ? [['| | |', '|---|---|', ...figures].join('\n')] : []),
    ...(problems.length > 0 ? [`Did not hold:\n\n${problems.join('\n')}`] : []),
  ]
}

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1)

/** One line that no table minds, without the ids of this run. */
function shortened(problem: string): string {
  const [line = ''] = problem.split('\n')
  return line
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…')
    .replaceAll('|', '/')
    .slice(0, 160)
}

const limits = `## What it has found

Seen by its rows, or while they were written; each is mended and has a test of its own:

- **Twenty seconds without a connection after a restart.** A client that had put off its move to a
  new line opened it after the old one was lost, behind the back of its own connection logic, and
  then waited for an opening that had already happened (\`[C8]\` in \`packages/client\`).
- **Fifteen seconds without a connection, now and then.** A socket that was given up while it was
  being opened opened all the same, unseen, and the next attempt waited for an opening that had
  already happened (\`socketTransport.test.ts\` in \`packages/client\`).
- **Waits that only grew.** With the node killed every few seconds, the pauses between attempts grew
  to ten seconds for everybody: half the people took 8 s to come back, one in a hundred 44 s.
  After a connection that lived, the next attempt now comes within two (\`[C2]\`).
- **A cursor beyond what a crash leaves.** Postgres uses the ids of rolled back transactions again
  after a crash. Whoever resumed from a cursor made just before missed what committed under these ids,
  until the next change of the same conversation. A cursor now never reaches beyond the last change
  that it saw (\`packages/db/src/queries/heads.test.ts\`).
- **An older edit over a newer one.** An edit stuck in a connection that was held for 20 s and let go
  after the new one had been used was carried out over a newer, acknowledged edit. An edit now says
  which edit it knows of (\`[A4]\` in \`packages/client\`, \`[D19]\` in \`packages/core\`).
- **Another person's cursor.** Whoever came with a cursor of somebody else, a newer one, was never
  told of what lay between. A cursor now carries a mark of its person (\`[D11]\`).
- **A page larger than the backlog.** 200 of the longest texts in one answer are more than a reader may
  leave unread, so on a slow network it was cut off and asked for the same again. A page is now
  bounded by its text as well.
- In the suite itself: what was acknowledged while the tables were being read was called lost. What
  an overloaded run of the benchmark had once counted as lost may have been the same mistake.

## Known, and open

- A reaction that got stuck in a connection which its client has given up for another one is carried
  out when that connection comes back to life, also after it was taken back over the new one.
  Everybody and Postgres agree afterwards, on the older wish. (Messages are stored once, removals are
  final, and edits say which edit they know of.)
- The only node of an installation that is restarted in its place leaves everybody without a
  connection until it is back and the next try is due; handing over to a second node does not.
- Whoever is asked to move a second time within ten seconds waits up to two seconds before they do,
  and may lose the old connection first: nodes that are restarted one after the other had better
  leave that long between them.

## What it does not show

- Two nodes on one Redis are broken here, not more, and no Redis Cluster: what three nodes and a
  cluster do is tested apart (\`packages/bus\`, \`apps/cluster\`).
- One machine: a process that is killed keeps what the system had taken from it. That a disk keeps
  what it confirmed after the power has gone is Postgres's promise and the disk's; what is tested is
  that nothing is acknowledged before Postgres has confirmed it.
- The network is changed at TCP, not below: connections stall, end or lose their word, single
  packets do not.
- Nobody waits a day: somebody who is away for minutes, while everything changes, comes back with
  the same cursor as after a night. A cursor that is too old to be read is tested apart
  (\`packages/core/src/delivery\`).
- Clients run on Node, many in one process; the browser's own storage is tested in
  \`apps/web/e2e\` and \`packages/client\`.`
