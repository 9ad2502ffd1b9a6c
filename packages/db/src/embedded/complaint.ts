// What can go wrong with the embedded Postgres, each as one sentence that says what to do.
// Where Postgres itself said something, its last lines follow below the sentence.

export type Fault =
  | 'directory'
  | 'disk full'
  | 'held'
  | 'in use'
  | 'platform'
  | 'port taken'
  | 'unanswered'
  | 'other'

export class Complaint extends Error {
  readonly fault: Fault

  constructor(fault: Fault, sentence: string, lines: readonly string[] = []) {
    super([sentence, ...lines.map(line => `  ${line}`)].join('\n'))
    this.name = 'Complaint'
    this.fault = fault
  }
}

export const cannotRun = (lines: readonly string[]) =>
  new Complaint(
    'platform',
    'The embedded Postgres cannot run on this system: set DATABASE_URL to a Postgres of your own.',
    lines,
  )

export const shutOut = (lines: readonly string[]) =>
  new Complaint(
    'directory',
    'Postgres does not run as root, and the user it runs as may not enter the directory of Parley or of its data: move them (to /opt, say) or start Parley as an ordinary user.',
    lines,
  )

type Reading = { pattern: RegExp; fault: Fault; sentence: (directory: string) => string }

/** Postgres tells faults apart only in words; its messages are in English (`LC_ALL=C`). */
const readings: readonly Reading[] = [
  {
    pattern: /Address already in use|could not create any TCP\/IP sockets/i,
    fault: 'port taken',
    sentence: () =>
      'The port chosen for the embedded Postgres was taken by another program: start again.',
  },
  {
    pattern: /No space left on device|Disk quota exceeded|Check free disk space/i,
    fault: 'disk full',
    sentence: directory => `The disk that holds ${directory} is full: make room and start again.`,
  },
  {
    pattern: /database files are incompatible with server/i,
    fault: 'directory',
    sentence: directory =>
      `${directory} was made by another major version of Postgres: dump it with that version, or set DATA_DIR to another directory.`,
  },
  {
    pattern: /lock file "postmaster\.pid" already exists|pre-existing shared memory block/i,
    fault: 'held',
    sentence: directory =>
      `${directory} is still held by another Postgres: end that one and start again.`,
  },
  {
    pattern: /has wrong ownership|has invalid permissions/i,
    fault: 'directory',
    sentence: directory =>
      `${directory} must belong to the user who runs Postgres, with mode 0700: correct its owner and mode.`,
  },
  {
    pattern: /Permission denied|Read-only file system|Operation not permitted/i,
    fault: 'directory',
    sentence: directory =>
      `Postgres may not read and write ${directory}: correct its permissions or set DATA_DIR to another directory.`,
  },
  {
    pattern: /Cannot allocate memory|could not (create|map|resize) .*shared memory/i,
    fault: 'other',
    sentence: () => 'The embedded Postgres found too little memory: free some and start again.',
  },
  {
    pattern:
      /pg_control|valid checkpoint record|\.conf"|PG_VERSION|could not open (file|directory)/i,
    fault: 'directory',
    sentence: directory =>
      `${directory} is damaged: restore it from a backup, or set DATA_DIR to another directory.`,
  },
]

/** Reads Postgres's last lines and says in one sentence why it ended. */
export function complaintFrom(directory: string, lines: readonly string[]): Complaint {
  const text = lines.join('\n')
  if (/^setpriv:/m.test(text)) return shutOut(lines)
  if (/error while loading shared libraries|GLIBC_|Library not loaded/.test(text))
    return cannotRun(lines)
  const reading = readings.find(candidate => candidate.pattern.test(text))
  return reading
    ? new Complaint(reading.fault, reading.sentence(directory), lines)
    : new Complaint('other', `The embedded Postgres in ${directory} ended unexpectedly.`, lines)
}
