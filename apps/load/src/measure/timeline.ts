/** When a start said what: its own words, with the seconds since it was asked for. */

/** What the launcher, Postgres and the server say at the joints of a start. */
const joints = [
  /^Installing packages/,
  /^Building the web app/,
  /^done in/,
  /^Making a new database/,
  /starting PostgreSQL [\d.]+/,
  /ready to accept connections/,
  /^Parley is ready/,
]

export function createTimeline(now: () => number = () => performance.now()) {
  const begun = now()
  const moments: string[] = []
  return {
    hear(line: string): void {
      const words = wordsOf(line)
      const [found] = joints.flatMap(joint => joint.exec(words) ?? [])
      if (found) moments.push(`${((now() - begun) / 1000).toFixed(2)} ${found}`)
    },
    told: () => moments.join(' · '),
  }
}

/** The server's log is JSON, what people read is text. */
function wordsOf(line: string): string {
  const [, message] = /"msg":"((?:[^"\\]|\\.)*)"/.exec(line) ?? []
  return (message ?? line).trim()
}
