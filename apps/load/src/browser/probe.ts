/**
 * What runs in the page before the app does: notes when frames of the feed arrive, how often
 * React draws and how long IndexedDB takes, and can keep frames back to hand them out as the
 * network might have: all at once, or one change in each.
 */
interface Probe {
  /** From now on frames that carry changes are kept back. */
  hold(): void
  /** How many changes are kept back. */
  held(): number
  /** Hands out what is kept back, so many changes in a frame, each frame in a task of its own. */
  release(changesPerFrame: number): void
  /** From now on waits for a text that is still to come. */
  expect(text: string): void
  /** Resolves once it is in the page and painted, with the times since its frame, or the first that was released, arrived. */
  painted(): Promise<Times>
  /** Since something was expected. */
  counts(): Counts
}

export interface Times {
  /** Until React had changed the page. */
  changedMs: number
  /** Until it could be seen. */
  paintedMs: number
}

export interface Counts {
  renders: number
  puts: number
  putMs: number
}

declare global {
  interface Window {
    probe: Probe
  }
}

/** Self-contained: its text is what is sent to the browser. */
export function installProbe(): void {
  let isHolding = false
  let kept: { socket: WebSocket; frame: Frame }[] = []
  let awaited: string | undefined
  let arrivedAt = 0
  let painted: Promise<Times>
  let counts: Counts = { renders: 0, puts: 0, putMs: 0 }
  const channel = new MessageChannel()
  let afterTask = () => {}
  channel.port1.onmessage = () => afterTask()

  interface Frame {
    result: { id: string; data: { data: unknown[] } }
  }

  function frameIn(text: unknown): Frame | undefined {
    if (typeof text !== 'string' || !text.includes('"version"')) return undefined
    const frame = JSON.parse(text)
    const changes = frame.result?.data?.data
    return Array.isArray(changes) && changes.length > 0 ? frame : undefined
  }

  function arrived(): void {
    awaited = undefined
    arrivedAt = performance.now()
    performance.mark('arrived')
  }

  // Its listener is the first of each socket, so it hears of a frame before the app does.
  window.WebSocket = class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given)
      this.addEventListener('message', event => {
        if (!event.isTrusted) return
        if (!isHolding) {
          if (awaited && String(event.data).includes(awaited)) arrived()
          return
        }
        const frame = frameIn(event.data)
        if (!frame) return
        event.stopImmediatePropagation()
        kept.push({ socket: this, frame })
      })
    }
  }

  // React tells developer tools of each time it has changed the page, also in production.
  const tools = {
    supportsFiber: true,
    inject: () => 1,
    checkDCE() {},
    onCommitFiberUnmount() {},
    onPostCommitFiberRoot() {},
    onCommitFiberRoot() {
      counts.renders += 1
    },
  }
  Object.assign(window, { __REACT_DEVTOOLS_GLOBAL_HOOK__: tools })

  const { put } = IDBObjectStore.prototype
  IDBObjectStore.prototype.put = function (...given) {
    const begun = performance.now()
    const request = put.apply(this, given)
    counts.puts += 1
    counts.putMs += performance.now() - begun
    return request
  }

  window.probe = {
    hold() {
      isHolding = true
      kept = []
    },
    held: () => kept.reduce((sum, { frame }) => sum + frame.result.data.data.length, 0),
    release(changesPerFrame) {
      const socket = kept.at(-1)?.socket
      const last = kept.at(-1)?.frame
      const changes = kept.flatMap(({ frame }) => frame.result.data.data)
      kept = []
      const texts: string[] = []
      for (let at = 0; at < changes.length; at += changesPerFrame) {
        const some = changes.slice(at, at + changesPerFrame)
        // As on the wire, no frame has the id of another.
        const id = `${last?.result.id}${at}`
        const data = { id, data: some }
        texts.push(JSON.stringify({ ...last, result: { ...last?.result, id, data } }))
      }
      let next = 0
      afterTask = () => {
        const data = texts[next]
        // What the server says meanwhile comes after what was kept back, as on a wire.
        if (data === undefined) {
          isHolding = false
          for (const { socket, frame } of kept)
            socket.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }))
          return
        }
        if (next === 0) arrived()
        next += 1
        channel.port2.postMessage(undefined)
        socket?.dispatchEvent(new MessageEvent('message', { data }))
      }
      channel.port2.postMessage(undefined)
    },
    expect(text) {
      awaited = text
      counts = { renders: 0, puts: 0, putMs: 0 }
      let changedAt = 0
      const changes = new MutationObserver(() => {
        if (!document.body.textContent?.includes(text)) return
        changedAt = performance.now()
        changes.disconnect()
      })
      changes.observe(document.body, { childList: true, characterData: true, subtree: true })
      painted = new Promise(resolve => {
        const look = () => {
          if (changedAt === 0) return requestAnimationFrame(look)
          // What is posted while a frame is being made runs when it is done.
          const after = new MessageChannel()
          after.port1.onmessage = () => {
            performance.mark('painted')
            resolve({ changedMs: changedAt - arrivedAt, paintedMs: performance.now() - arrivedAt })
          }
          after.port2.postMessage(undefined)
        }
        requestAnimationFrame(look)
      })
    },
    painted: () => painted,
    counts: () => counts,
  }
}
