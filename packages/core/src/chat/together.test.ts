import { randomUUID } from 'node:crypto'
import { connect } from '@parley/db/database'
import { insertMessage } from '@parley/db/queries/insertMessage'
import { insertMessages } from '@parley/db/queries/insertMessages'
import { isUnavailable } from '@parley/db/unavailable'
import type { Message } from '@parley/protocol/message'
import { expect, onTestFinished, test, vi } from 'vitest'
import { block } from '../people/block.ts'
import { history } from '../testing/pages.ts'
import { pair, person, say, testCore, testNode, textTo } from '../testing/testCore.ts'
import { edit } from './edit.ts'
import { open } from './open.ts'
import { markRead } from './positions.ts'
import { react } from './react.ts'
import { send } from './send.ts'
import { createWrites } from './writes.ts'

type Node = Awaited<ReturnType<typeof testCore>>['core']

/** A message as `insertMessages` takes it. */
function outgoing(conversationId: string, senderId: string, text = 'text') {
  const clientId = randomUUID()
  return { conversationId, senderId, clientId, text, mentions: null, replyTo: null }
}

async function stored(core: Node, by: Parameters<typeof history>[1], id: string) {
  const { messages } = await history(core, by, { conversationId: id, limit: 100 })
  return messages
}

function waitingForLocks({ sql }: Node) {
  return sql`
    select from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`
}

test('what is answered equals what is read later, also the strangest text', async () => {
  const { core, errors } = await testCore()
  const { ann, bob, id } = await pair(core)
  const first = await say(core, ann, id, 'first')
  const texts = [
    'e\u0301',
    '\u00e9',
    '\ufffe\uffff\u202e\u200d',
    '😀',
    '\\u0000',
    '\\',
    '"\'',
    '\t\r\n\u0001\u007f',
    '{},NULL',
    ' ',
  ]
  const told = await Promise.all([
    ...texts.map(text => say(core, ann, id, text)),
    send(core, bob, { ...textTo(id, 'quoting'), replyTo: first.id }),
    send(core, bob, {
      ...textTo(id, ''),
      content: { type: 'text', text: '@', mentions: [ann.userId, 'nobody'] },
    }),
    send(core, bob, {
      ...textTo(id, ''),
      content: { type: 'text', text: '@', mentions: ['nobody'] },
    }),
  ])
  expect([first, ...told]).toEqual(await stored(core, bob, id))
  expect(told.slice(0, texts.length).map(({ content }) => content?.text)).toEqual(texts)
  expect(told.at(-2)?.content?.mentions).toEqual([ann.userId])
  expect(errors).toEqual([])
})

test('[D20] a batch leaves out whatever cannot go at once, with all of that conversation', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const among = await pair(core)
  const locked = await pair(core)
  const blocked = await pair(core)
  await block(core, blocked.bob, blocked.ann.userId)
  const batch = [
    outgoing(id, ann.userId),
    outgoing(locked.id, locked.ann.userId),
    outgoing(among.id, among.ann.userId),
    outgoing(among.id, 'a stranger'),
    outgoing(among.id, among.bob.userId),
    outgoing(id, ann.userId),
    outgoing(blocked.id, blocked.ann.userId),
    outgoing(randomUUID(), ann.userId),
    outgoing(blocked.id, blocked.bob.userId),
  ]
  const answers = await core.sql.begin(async tx => {
    await tx`select from conversations where id = ${locked.id} for update`
    return insertMessages(core.sql, batch)
  })
  const seqs = answers.map(answer => answer?.message.seq)
  expect(seqs).toEqual([1, ...Array(4).fill(undefined), 2, ...Array(3).fill(undefined)])
})

test('[D21] a message waits for no lock of another conversation', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const locked = await pair(core)
  let waiting: Promise<Message>[] = []
  await core.sql.begin(async tx => {
    await tx`select from conversations where id = ${locked.id} for update`
    waiting = ['one', 'two', 'three'].map(text => say(core, locked.ann, locked.id, text))
    for (let at = 1; at <= 20; at += 1)
      expect(await say(core, ann, id, `${at}`)).toMatchObject({ seq: at })
  })
  const sent = await Promise.all(waiting)
  expect(sent.map(({ seq }) => seq)).toEqual([1, 2, 3])
})

test('[D21] nor behind all that waits for locks, however much that is', async () => {
  const { core } = await testCore()
  const { ann, id } = await pair(core)
  const locked = await Promise.all(Array.from({ length: 5 }, () => pair(core)))
  const first = await Promise.all(locked.map(one => say(core, one.ann, one.id, 'first')))
  const ids = locked.map(one => one.id)
  let settled = 0
  const waiting: Promise<unknown>[] = []
  await core.sql.begin(async tx => {
    await tx`select from conversations where id = any(${ids}::uuid[]) for update`
    for (const [at, one] of locked.entries()) {
      const messageId = first[at]?.id ?? ''
      waiting.push(
        say(core, one.ann, one.id, 'second'),
        markRead(core, one.bob, { conversationId: one.id, seq: 1 }),
        react(core, one.bob, { messageId, emoji: '👍', on: true }),
      )
    }
    for (const one of waiting) one.finally(() => (settled += 1)).catch(() => {})
    for (let at = 1; at <= 20; at += 1)
      expect(await say(core, ann, id, `${at}`)).toMatchObject({ seq: at })
    expect(settled).toBe(0)
  })
  await Promise.all(waiting)
})

test('[D21] nor for long behind one that hangs on the connection for messages', async () => {
  const { core, databaseUrl, errors } = await testCore()
  const { ann, bob, id } = await pair(core)
  const other = await pair(core)
  const participantIds = [bob.userId, other.bob.userId]
  const group = await open(core, ann, { participantIds, key: randomUUID() })
  // It may hang for longer than this test.
  const asLong = { lockTimeoutMs: 100_000, statementTimeoutMs: 100_000 }
  const sendSql = connect(databaseUrl, { max: 1, ...asLong })
  onTestFinished(() => sendSql.end({ timeout: 5 }))
  const node = { ...core, writes: createWrites({ ...core, sendSql }, error => errors.push(error)) }
  const twice = textTo(id, 'twice')
  let hanging = Promise.resolve<unknown>(undefined)
  const sent: Promise<unknown>[] = []
  let answered = 0
  await core.sql.begin(async tx => {
    await insertMessage(tx, { ...outgoing(group.id, ann.userId), clientId: twice.clientId })
    hanging = send(node, ann, twice).catch(error => error)
    await expect.poll(() => waitingForLocks(core)).toHaveLength(1)
    const goOn = async () => {
      const each = await pair(core)
      sent.push(say(node, each.ann, each.id, 'text').then(() => (answered += 1)))
      return answered
    }
    await expect.poll(goOn).toBeGreaterThan(5)
    expect(await waitingForLocks(core)).toHaveLength(1)
  })
  expect(await hanging).toMatchObject({ reason: 'CONFLICT' })
  await Promise.all(sent)
  expect(errors).toEqual([])
})

test('[D20] messages keep the order of sending when the first of them cannot go at once', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const first = textTo(id, 'first')
  const quoted = await send(core, bob, first)
  let waiting: Promise<Message>[] = []
  await core.sql.begin(async tx => {
    await tx`select from conversations where id = ${id} for update`
    waiting = [
      say(core, ann, id, 'a'),
      send(core, ann, { ...textTo(id, 'b'), replyTo: quoted.id }),
      send(core, bob, first),
    ]
    await expect.poll(() => waitingForLocks(core)).toHaveLength(1)
    for (const text of ['c', 'd', 'e']) waiting.push(say(core, ann, id, text))
  })
  const sent = await Promise.all(waiting)
  expect(sent.map(({ content }) => content?.text)).toEqual(['a', 'b', 'first', 'c', 'd', 'e'])
  expect((await stored(core, ann, id)).map(({ content }) => content?.text)).toEqual([
    'first',
    'a',
    'b',
    'c',
    'd',
    'e',
  ])
})

test('[D1] numbers have no gap when messages, edits, reactions and positions meet on two nodes', async () => {
  const { core, databaseUrl, errors } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, bob, id } = await pair(core)
  const { id: messageId } = await say(core, ann, id, 'first')
  const acts = Array.from({ length: 200 }, (_, at) => {
    const node = at % 2 ? core : other.core
    const by = at % 3 ? ann : bob
    if (at % 5 === 1) return edit(node, ann, { messageId, text: `edited ${at}` })
    if (at % 5 === 2) return react(node, by, { messageId, emoji: '👍', on: at % 2 === 0 })
    if (at % 5 === 3) return markRead(node, by, { conversationId: id, seq: at })
    return say(node, by, id, `${at}`)
  })
  await Promise.all(acts)
  const messages = await stored(core, ann, id)
  expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: 81 }, (_, at) => at + 1))
  const versions = messages.slice(1).map(({ version }) => version)
  expect(versions).toEqual(versions.toSorted((a, b) => a - b))
  expect(new Set(versions).size).toBe(80)
  expect([...errors, ...other.errors]).toEqual([])
})

test('[D2] the same clientIds at once, in one batch and on two nodes, are stored once', async () => {
  const { core, databaseUrl, errors } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, bob, id } = await pair(core)
  const inputs = Array.from({ length: 20 }, (_, at) => textTo(id, `${at}`))
  const answers = await Promise.all(
    [core, other.core, core].flatMap(node =>
      [ann, bob].flatMap(by => inputs.map(input => send(node, by, input))),
    ),
  )
  const messages = await stored(core, ann, id)
  expect(messages).toHaveLength(40)
  expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
    new Set(messages.map(message => JSON.stringify(message))),
  )
  expect([...errors, ...other.errors]).toEqual([])
})

test('[D2] clientIds crossed over conversations on two nodes meet no deadlock', async () => {
  const { core, databaseUrl, errors } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, id } = await pair(core)
  const cem = await person(core, 'Cem', 'contractor')
  const { id: second } = await open(core, ann, { participantIds: [cem.userId] })
  for (let round = 0; round < 20; round += 1) {
    const [x, y] = [randomUUID(), randomUUID()]
    const to = (conversationId: string, clientId: string) => ({
      ...textTo(conversationId, 'x'),
      clientId,
    })
    const outcomes = await Promise.allSettled([
      send(core, ann, to(id, x)),
      send(core, ann, to(id, y)),
      send(other.core, ann, to(second, y)),
      send(other.core, ann, to(second, x)),
    ])
    const refused = outcomes.flatMap(outcome =>
      outcome.status === 'rejected' ? [outcome.reason.reason] : [],
    )
    expect(refused).toEqual(['CONFLICT', 'CONFLICT'])
  }
  expect([...errors, ...other.errors]).toEqual([])
})

test('[D21] one message that the database refuses takes no other with it', async () => {
  const { core } = await testCore()
  const { ann, bob, id } = await pair(core)
  const elsewhere = await pair(core)
  const outcomes = await Promise.allSettled([
    say(core, ann, id, 'before'),
    say(core, ann, id, 'too long'.repeat(1000)),
    say(core, bob, id, 'after'),
    say(core, elsewhere.ann, elsewhere.id, 'elsewhere'),
  ])
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ])
  expect((await stored(core, ann, id)).map(({ content }) => content?.text)).toEqual([
    'before',
    'after',
  ])
})

test('[D4] nothing is written after a removal, however many messages are on their way', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const { ann, bob, id } = await pair(core)
  const sending: Promise<unknown>[] = []
  let last = Number.POSITIVE_INFINITY
  const removed = (async () => {
    await expect.poll(async () => (await stored(core, bob, id)).length).toBeGreaterThan(20)
    last = await other.core.sql.begin(async tx => {
      const [row] = await tx<{ lastSeq: number }[]>`
        select last_seq from conversations where id = ${id} for no key update`
      await tx`update participants set left_at = now()
        where conversation_id = ${id} and user_id = ${ann.userId}`
      return row!.lastSeq
    })
  })()
  let refused = 0
  while (refused === 0) {
    const round = Array.from({ length: 5 }, (_, at) =>
      say(at % 2 ? core : other.core, ann, id, 'text').catch(error => {
        expect(error).toMatchObject({ reason: 'NOT_FOUND' })
        refused += 1
      }),
    )
    sending.push(...round)
    await Promise.all(round)
  }
  await removed
  const [row] = await core.sql`select last_seq, version from conversations where id = ${id}`
  expect(row).toEqual({ lastSeq: last, version: last + 1 })
  const [count] = await core.sql`select count(*)::int, max(seq) from messages`
  expect(count).toEqual({ count: last, max: last })
})

test('[D2] when connections are cut, what was acknowledged is stored and a retry settles the rest', async () => {
  const { core, databaseUrl } = await testCore()
  const other = await testNode(databaseUrl)
  const pairs = await Promise.all(Array.from({ length: 5 }, () => pair(core)))
  const acknowledged: Message[] = []
  const unknown: Parameters<typeof send>[] = []
  async function attempt(...call: Parameters<typeof send>) {
    try {
      acknowledged.push(await send(...call))
    } catch (error) {
      expect(isUnavailable(error)).toBe(true)
      unknown.push(call)
    }
  }
  for (let round = 0; round < 6; round += 1) {
    const sending = pairs.flatMap(({ ann, bob, id }) =>
      [ann, bob, ann].map(by => attempt(core, by, textTo(id, `${round}`))),
    )
    await other.core.sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like '%messages%' and pid <> pg_backend_pid()`.catch(
      () => {},
    )
    await Promise.all(sending)
  }
  while (unknown.length > 0) await Promise.all(unknown.splice(0).map(call => attempt(...call)))
  for (const { ann, id } of pairs) {
    const told = acknowledged.filter(({ conversationId }) => conversationId === id)
    // A connection of the last round may still be about to be cut.
    const all = await vi.waitFor(() => stored(core, ann, id), { timeout: 10_000 })
    expect(told.toSorted((a, b) => a.seq - b.seq)).toEqual(all)
    expect(told).toHaveLength(18)
  }
})
