import { expect, test } from 'vitest'
import { connect } from '../database.ts'
import { testDatabase } from '../testing/database.ts'
import { openBroadcasts } from './openBroadcasts.ts'

test('what is for later, what is due and not begun, what is begun; nothing that is over', async () => {
  await using database = await testDatabase()
  const sql = connect(database.url, { max: 1 })
  await sql`insert into people (id, name, role) values ('carla', 'Carla', 'contractor')`
  expect(await openBroadcasts(sql)).toEqual({ scheduled: 0, waiting: 0, running: 0 })
  await sql`
    insert into broadcasts (sender_id, idempotency_key, status, text, total, due_at, started_at, finished_at)
    select 'carla', gen_random_uuid(), status, 'hello', 1, now() + due, now() + started, now() + finished
    from (values
      ('scheduled', interval '1 hour', null::interval, null::interval),
      ('scheduled', '-1 second', null, null),
      ('running', '-1 second', null, null),
      ('running', '-2 seconds', '-1 second', null),
      ('finished', '-2 seconds', '-1 second', '0'),
      ('cancelled', '1 hour', null, '0')
    ) b (status, due, started, finished)`
  expect(await openBroadcasts(sql)).toEqual({ scheduled: 1, waiting: 2, running: 1 })
  await sql.end({ timeout: 5 })
})
