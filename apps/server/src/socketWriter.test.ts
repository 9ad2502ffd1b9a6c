import { once } from 'node:events'
import type { Duplex } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WebSocket, WebSocketServer } from 'ws'
import { SocketWriter } from './socketWriter.ts'
import { textFrames } from './textFrames.ts'

/** A socket's network connection on the server's side, and the texts that its far end has read. */
async function line() {
  const wss = new WebSocketServer({ port: 0, host: '127.0.0.1' })
  await once(wss, 'listening')
  const address = wss.address()
  const port = typeof address === 'object' ? address?.port : undefined
  const far = new WebSocket(`ws://127.0.0.1:${port}`)
  const near = new Promise<Duplex>(resolve => {
    wss.on('connection', (_, request) => resolve(request.socket))
  })
  const heard: string[] = []
  far.on('message', data => heard.push(String(data)))
  await once(far, 'open')
  onTestFinished(() => {
    far.terminate()
    wss.close()
  })
  return { near: await near, far, heard }
}

describe('text frames', () => {
  test('ws reads back whatever texts were put into one piece', async () => {
    const { near, heard } = await line()
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom('', 'a'.repeat(125), 'a'.repeat(126), 'ü'.repeat(63), '✓'.repeat(21_845)),
    )
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 6 }), async texts => {
        heard.length = 0
        near.write(textFrames(texts))
        await expect.poll(() => heard.length, { interval: 1 }).toBe(texts.length)
        expect(heard).toEqual(texts)
      }),
      { numRuns: 200, seed: 20_261_121 },
    )
  })

  test('also where a length needs 64 bits', async () => {
    const { near, heard } = await line()
    const texts = ['x'.repeat(65_536), 'y'.repeat(70_000)]
    near.write(textFrames(texts))
    await expect.poll(() => heard).toEqual(texts)
  })
})

describe('a socket writer', () => {
  test('writes what one turn brings in one piece, in order, texts before speakers', async () => {
    const { near, heard } = await line()
    const pieces: number[] = []
    const writer = new SocketWriter(near, frames => pieces.push(frames))
    writer.hear({ speak: () => 'third' })
    writer.send('first')
    writer.send('second')
    expect(pieces).toEqual([])
    await expect.poll(() => heard).toEqual(['first', 'second', 'third'])
    expect(pieces).toEqual([3])
  })

  test('asks a speaker only when the network takes more, and then once', async () => {
    const { near, far, heard } = await line()
    const writer = new SocketWriter(near, () => {})
    far.pause()
    const flood = 'x'.repeat(1024 * 1024)
    while (!near.writableNeedDrain) near.write(textFrames([flood]))
    let asked = 0
    const speaker = {
      speak() {
        asked += 1
        return `asked ${asked}`
      },
    }
    writer.hear(speaker)
    for (let turn = 0; turn < 20; turn += 1) await setImmediate()
    expect(asked).toBe(0)
    far.resume()
    await expect.poll(() => heard.at(-1)).toBe('asked 1')
    expect(asked).toBe(1)
  })

  test('asks whoever has spoken again when they have more to say', async () => {
    const { near, heard } = await line()
    const writer = new SocketWriter(near, () => {})
    let left = 3
    const speaker = {
      speak() {
        left -= 1
        if (left > 0) writer.hear(speaker)
        return `${left} left`
      },
    }
    writer.hear(speaker)
    await expect.poll(() => heard).toEqual(['2 left', '1 left', '0 left'])
  })

  test('says nothing for one who has nothing left to say', async () => {
    const { near, heard } = await line()
    const writer = new SocketWriter(near, () => {})
    writer.hear({ speak: () => undefined })
    writer.hear({ speak: () => 'the other' })
    await expect.poll(() => heard).toEqual(['the other'])
  })

  test('does not count against a reader what a speaker held back for the network', async () => {
    const { near, far, heard } = await line()
    const writer = new SocketWriter(near, () => {})
    far.pause()
    const long = 'x'.repeat(16 * 1024 * 1024)
    writer.hear({ speak: () => long })
    await expect.poll(() => writer.queuedBytes).toBeGreaterThan(1024 * 1024)
    expect(writer.heapedBytes).toBeLessThan(1024)
    writer.send('an answer')
    expect(writer.heapedBytes).toBeLessThan(1024)
    far.resume()
    await expect.poll(() => heard.length).toBe(2)
    writer.hear({ speak: () => undefined })
    await expect.poll(() => writer.heapedBytes).toBe(0)
  })

  test('writes nothing after its end, also for a speaker that waits for the network', async () => {
    const { near, far, heard } = await line()
    const writer = new SocketWriter(near, () => {})
    far.pause()
    while (!near.writableNeedDrain) near.write(textFrames(['x'.repeat(1024 * 1024)]))
    writer.hear({ speak: () => 'too late' })
    await setImmediate()
    writer.send('the last')
    writer.end()
    writer.send('too late')
    far.resume()
    await expect.poll(() => heard.at(-1)).toBe('the last')
    await expect.poll(() => near.writableNeedDrain).toBe(false)
    for (let turn = 0; turn < 20; turn += 1) await setImmediate()
    expect(heard.at(-1)).toBe('the last')
  })

  test('lets others be read between many that have something to say', async () => {
    const writers = await Promise.all(
      Array.from({ length: 300 }, async () => {
        const { near } = await line()
        return new SocketWriter(near, () => written.push(performance.now()))
      }),
    )
    const written: number[] = []
    let turns = 0
    for (const writer of writers) writer.send('all at once')
    while (written.length < writers.length) {
      await setImmediate()
      turns += 1
    }
    expect(turns).toBeGreaterThan(1)
  })

  test('holds what it gathered in bounds: a long text leaves before the turn ends', async () => {
    const { near } = await line()
    let pieces = 0
    const writer = new SocketWriter(near, () => {
      pieces += 1
    })
    writer.send('x'.repeat(100_000))
    expect(pieces).toBe(1)
  })
})
