/** Somebody else's session that holds the locks of conversations and does not let go. */
import { connect } from '@parley/db/database'

/** @returns what lets go */
export async function holdLocks(url: string, ids: readonly string[]): Promise<() => Promise<void>> {
  const sql = connect(url, { max: 1, statementTimeoutMs: 0, lockTimeoutMs: 0 })
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  let locked = () => {}
  const ready = new Promise<void>(resolve => {
    locked = resolve
  })
  const done = sql.begin(async tx => {
    await tx`select from conversations where id = any(${[...ids]}::uuid[]) for update`
    locked()
    await held
  })
  await Promise.race([ready, done])
  return async () => {
    release()
    await done
    await sql.end({ timeout: 1 })
  }
}
