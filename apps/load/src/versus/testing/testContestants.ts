import { testDatabase } from '@parley/db/testing'
import { afterAll, beforeAll } from 'vitest'
import { type Contestants, openContestants } from '../openContestants.ts'

/** Both servers on a database of their own, for all tests of a file. */
export function testContestants(): () => Contestants {
  let contestants: Contestants
  const opened: AsyncDisposable[] = []

  beforeAll(async () => {
    const database = await testDatabase()
    opened.push(database)
    contestants = await openContestants({ databaseUrl: database.url })
    opened.push(contestants)
  })

  afterAll(async () => {
    for (const one of opened.toReversed()) await one[Symbol.asyncDispose]()
  })

  return () => contestants
}
