import type { Message } from '@parley/protocol/message'
import { expect, test, vi } from 'vitest'
import { createComposer, draftMax } from './composer.ts'
import { keepsakeIn, type TextStorage } from './keepsake.ts'
import { Refused } from './refused.ts'

const conversationId = '5f9f1a57-7f3c-4c58-9f49-1a0c3c1b3a10'

const message: Message = {
  id: 'c.1',
  conversationId: 'c',
  seq: 1,
  version: 2,
  clientId: 'x',
  senderId: 'ann',
  content: { type: 'text', text: 'as it was' },
  reactions: [],
  createdAt: '2026-01-01T00:00:00.000Z',
}

function compose(storage: TextStorage = memory()) {
  const send = vi.fn()
  const edit = vi.fn(async () => {})
  const composer = createComposer(
    { send, edit },
    {
      draft: keepsakeIn(storage, 'draft'),
      mentions: keepsakeIn(storage, 'mentions'),
      reply: keepsakeIn(storage, 'reply'),
    },
    { nameOf: userId => (userId === 'bob' ? 'Bob' : undefined) },
  )
  return { ...composer, editMessage: composer.edit, send, edit, storage }
}

function memory(): TextStorage {
  const texts = new Map<string, string>()
  return {
    getItem: key => texts.get(key) ?? null,
    setItem: (key, text) => texts.set(key, text),
    removeItem: key => texts.delete(key),
  }
}

test('[W1] a draft is there again after a reload, and gone when it was sent', async () => {
  const { storage, setText } = compose()
  setText('half a thou')
  const reloaded = compose(storage)
  expect(reloaded.state.get()).toMatchObject({ text: 'half a thou', canSubmit: true })
  await reloaded.submit()
  expect(reloaded.send).toHaveBeenCalledWith({ text: 'half a thou' })
  expect(reloaded.state.get().text).toBe('')
  expect(compose(storage).state.get().text).toBe('')
})

test('[W1] a storage that refuses is no reason to stop writing', async () => {
  const refuse = () => {
    throw new Error('full')
  }
  const { setText, state, submit, send } = compose({
    getItem: refuse,
    setItem: refuse,
    removeItem: refuse,
  })
  setText('still')
  expect(state.get().text).toBe('still')
  await submit()
  expect(send).toHaveBeenCalledOnce()
})

test('[W2] editing leaves the draft alone and gives it back', async () => {
  const { storage, setText, state, editMessage, submit, send, edit } = compose()
  setText('draft')
  editMessage(message)
  expect(state.get()).toMatchObject({ text: 'as it was', draft: 'draft', editing: message })
  setText('as it is')
  expect(compose(storage).state.get().text).toBe('draft')
  await submit()
  expect(edit).toHaveBeenCalledWith('c.1', 'as it is', undefined)
  expect(send).not.toHaveBeenCalled()
  expect(state.get()).toMatchObject({ text: 'draft', editing: undefined })
  editMessage(message)
  editMessage(undefined)
  expect(state.get().text).toBe('draft')
})

test('a reply goes out with the message it answers, once', async () => {
  const { setText, reply, submit, send, state } = compose()
  reply(message)
  setText('indeed')
  expect(state.get().replyTo).toBe(message)
  await submit()
  expect(send).toHaveBeenLastCalledWith({ text: 'indeed', replyTo: 'c.1' })
  setText('and')
  await submit()
  expect(send).toHaveBeenLastCalledWith({ text: 'and', replyTo: undefined })
})

test('[W3] space around, NUL and half characters are left out; nothing at all is not sent', async () => {
  const { setText, submit, send, state } = compose()
  for (const nothing of ['', '  \n\t ', '\0']) {
    setText(nothing)
    expect(state.get().canSubmit).toBe(false)
    await submit()
  }
  expect(send).not.toHaveBeenCalled()
  setText('  a\0b \ud83d c  ')
  await submit()
  expect(send).toHaveBeenCalledWith({ text: 'ab \ufffd c', replyTo: undefined })
})

test('[W3] 4,000 characters are counted as people count them', () => {
  const { setText, state } = compose()
  setText('😀'.repeat(4000))
  expect(state.get()).toMatchObject({ canSubmit: true, remaining: 0 })
  setText('😀'.repeat(4001))
  expect(state.get()).toMatchObject({ canSubmit: false, remaining: -1 })
})

test('[W4] what a draft answers is there again after a reload, and gone with it', async () => {
  const { storage, setText, reply } = compose()
  const answered = {
    ...message,
    id: `${conversationId}.7`,
    conversationId,
    clientId: conversationId,
  }
  reply(answered)
  expect(compose(storage).state.get().replyTo).toEqual(answered)
  setText('indeed')
  const reloaded = compose(storage)
  await reloaded.submit()
  expect(reloaded.send).toHaveBeenCalledWith({ text: 'indeed', replyTo: answered.id })
  expect(compose(storage).state.get()).toMatchObject({ text: '', replyTo: undefined })
})

test.each(['{', '[]', 'null', '{"id":"x"}', '7', '{"draft":"old"}'])(
  '[W4] a draft of another release is a text, and a reply kept as %j is none',
  kept => {
    const storage = memory()
    for (const key of ['draft', 'mentions', 'reply']) storage.setItem(key, kept)
    expect(compose(storage).state.get()).toMatchObject({ text: kept, replyTo: undefined })
  },
)

test('[W5] what is too long goes out as several messages in order, the first one as the reply', () => {
  const { setText, reply, submitInParts, send, state } = compose()
  reply(message)
  setText(`${'a'.repeat(3000)}\n${'b'.repeat(3000)} ${'c'.repeat(500)} ${'d'.repeat(900)}`)
  expect(state.get()).toMatchObject({ canSubmit: false, parts: 3 })
  submitInParts()
  const sent = send.mock.calls.map(([draft]) => [draft.text[0], draft.text.length, draft.replyTo])
  expect(sent).toEqual([
    ['a', 3000, 'c.1'],
    ['b', 3501, undefined],
    ['d', 900, undefined],
  ])
  expect(state.get()).toMatchObject({ text: '', replyTo: undefined, parts: 1 })
  submitInParts()
  expect(send).toHaveBeenCalledTimes(3)
})

test('[W2] a refused edit comes back, unless something else was written since', async () => {
  const { setText, editMessage, submit, edit, state } = compose()
  edit.mockRejectedValue(new Refused('CONFLICT'))
  editMessage(message)
  setText('as it is')
  await expect(submit()).rejects.toThrow(Refused)
  expect(state.get()).toMatchObject({ text: 'as it is', editing: message })
  const refused = submit()
  setText('another thing')
  await expect(refused).rejects.toThrow(Refused)
  expect(state.get()).toMatchObject({ text: 'another thing', editing: undefined })
})

test('[W5] an edit stays one message', () => {
  const { setText, editMessage, submitInParts, send, state } = compose()
  editMessage(message)
  setText('x'.repeat(5000))
  expect(state.get()).toMatchObject({ canSubmit: false, parts: 1 })
  submitInParts()
  expect(send).not.toHaveBeenCalled()
})

test('[W5] a million characters are cut, and cost little', () => {
  const { setText, state } = compose()
  const before = performance.now()
  setText('word '.repeat(200_000))
  expect(performance.now() - before).toBeLessThan(200)
  expect(state.get().text).toHaveLength(draftMax)
})

test('[W6] of two tabs neither changes what the other one shows or forgets what it keeps', async () => {
  const storage = memory()
  const [here, there] = [compose(storage), compose(storage)]
  here.setText('from here')
  there.setText('from there')
  expect(here.state.get().text).toBe('from here')
  await here.submit()
  expect(there.state.get().text).toBe('from there')
  expect(compose(storage).state.get().text).toBe('from there')
  await there.submit()
  expect(compose(storage).state.get().text).toBe('')
})

test('[W7] who is mentioned goes out with the text in which their name stands, and once', async () => {
  const { setText, mention, submit, send } = compose()
  mention('bob', 'Bob')
  mention('cem', 'Cem Öz')
  setText('@Bob and @Cem Öz, look')
  setText('@Bob and @Cem, look')
  await submit()
  expect(send).toHaveBeenLastCalledWith({ text: '@Bob and @Cem, look', mentions: ['bob'] })
  setText('@Bob again')
  await submit()
  expect(send).toHaveBeenLastCalledWith({ text: '@Bob again' })
})

test('[W7] a name that is taken out and put back is meant again', async () => {
  const { setText, mention, submit, send } = compose()
  setText('@Bob')
  mention('bob', 'Bob')
  setText('@Bo')
  setText('@Bob')
  await submit()
  expect(send).toHaveBeenLastCalledWith({ text: '@Bob', mentions: ['bob'] })
})

test('[W7] mentions are kept with the draft, and nothing else is read for them', async () => {
  const { setText, mention, storage } = compose()
  setText('@Bob')
  mention('bob', 'Bob')
  const { submit, send } = compose(storage)
  await submit()
  expect(send).toHaveBeenLastCalledWith({ text: '@Bob', mentions: ['bob'] })
  expect(storage.getItem('mentions')).toBeNull()
  for (const damaged of ['{', '[1]', '{"a":1}', 'null']) {
    const other = memory()
    other.setItem('draft', '@Bob')
    other.setItem('mentions', damaged)
    const { state, ...read } = compose(other)
    expect(state.get().text).toBe('@Bob')
    await read.submit()
    expect(read.send).toHaveBeenLastCalledWith({ text: '@Bob' })
  }
})

test('[W7] an edit keeps whom it can, and adds who is mentioned in it', async () => {
  const { setText, mention, editMessage, submit, edit } = compose()
  const content = { type: 'text' as const, text: '@Bob, @Gone', mentions: ['bob', 'gone'] }
  editMessage({ ...message, content })
  setText('@Bob, @Cem')
  mention('cem', 'Cem')
  await submit()
  expect(edit).toHaveBeenLastCalledWith('c.1', '@Bob, @Cem', ['bob', 'cem'])
  editMessage({ ...message, content })
  setText('nobody')
  await submit()
  expect(edit).toHaveBeenLastCalledWith('c.1', 'nobody', [])
})

test('[W4] [W6] [W7] what another tab answers, or mentions, does not get under the text of this one', () => {
  const storage = memory()
  const [first, second] = [compose(storage), compose(storage)]
  const answered = {
    ...message,
    id: `${conversationId}.7`,
    conversationId,
    clientId: conversationId,
  }
  first.reply(answered)
  first.setText('yes, @Bob ')
  first.mention('bob', 'Bob')
  second.setText('of something else, @Bob')
  const found = compose(storage)
  expect(found.state.get()).toMatchObject({ text: 'of something else, @Bob', replyTo: undefined })
  found.submit()
  expect(found.send).toHaveBeenCalledWith({ text: 'of something else, @Bob' })

  second.setText('of something else')
  first.reply(undefined)
  first.reply(answered)
  expect(compose(storage).state.get().replyTo).toBeUndefined()
  first.setText('yes')
  expect(compose(storage).state.get()).toMatchObject({ text: 'yes', replyTo: answered })
  second.submit()
  expect(compose(storage).state.get()).toMatchObject({ text: 'yes', replyTo: answered })
})

test('[W7] an edit loses nobody who has another name by now', async () => {
  const { editMessage, setText, submit, edit } = compose()
  const mentions = ['bob', 'gone']
  editMessage({ ...message, content: { type: 'text', text: '@Bobby and @Gone, heer', mentions } })
  setText('@Bobby and @Gone, here')
  await submit()
  expect(edit).toHaveBeenLastCalledWith('c.1', '@Bobby and @Gone, here', ['bob'])
})
