import { expect, test } from 'vitest'
import { complaintFrom } from './complaint.ts'

// What Postgres and the system really said on the machines where it happened; the faults that
// can be brought about everywhere are in faults.test.ts.
const said: Record<string, { lines: string[]; sentence: RegExp }> = {
  'a full disk, while making the database': {
    lines: [
      'FATAL:  could not extend file "base/1/2691": wrote only 4096 of 8192 bytes at block 10',
      'HINT:  Check free disk space.',
    ],
    sentence: /^The disk that holds \/srv\/parley\/postgres is full: make room and start again\.$/m,
  },
  'a full disk, while starting': {
    lines: ['FATAL:  could not write lock file "postmaster.pid": No space left on device'],
    sentence: /^The disk that holds \/srv\/parley\/postgres is full/,
  },
  'a system without the libraries that Postgres needs': {
    lines: ['postgres: error while loading shared libraries: libpthread.so.0: cannot open'],
    sentence: /cannot run on this system: set DATABASE_URL to a Postgres of your own\.$/m,
  },
  'a root without the right to pass rights on': {
    lines: ['setpriv: apply bounding set: Operation not permitted'],
    sentence: /may not enter the directory of Parley or of its data: move them/,
  },
  'something never seen before': {
    lines: ['FATAL:  the moon is full'],
    sentence: /^The embedded Postgres in \/srv\/parley\/postgres ended unexpectedly\.$/m,
  },
}

test.each(Object.entries(said))('%s', (_, { lines, sentence }) => {
  const { message } = complaintFrom('/srv/parley/postgres', lines)
  expect(message).toMatch(sentence)
  expect(message.split('\n').slice(1)).toEqual(lines.map(line => `  ${line}`))
})
