/** What runs in the page: how soon it shows what a person does, and what moves by itself. */
interface Watch {
  /** Of the load so far. */
  vitals(): Vitals
  /** Notes the next event of this type, and when afterwards an element has that text and is painted. */
  expect(type: string, selector: string, text: string): void
  /** Milliseconds between the two. */
  shown(): Promise<number>
  /** From now on notes how long each frame takes, and how many such rows are drawn. */
  scrolling(rows: string): void
  frames(): Frames
}

export interface Vitals {
  lcpMs: number
  cls: number
  /** What moved most, and when. */
  clsOf: string
  /** The longest of all interactions but one in fifty, as INP is defined. */
  inpMs: number
  longestMs: number
  /** Which it was, and how long its own work took. */
  inpOf: string
  interactions: number
}

interface Frames {
  /** Ascending. */
  frameMs: number[]
  mostRows: number
}

declare global {
  interface Window {
    watch: Watch
  }
}

/** Self-contained: its text is what is sent to the browser. */
export function installWatch(): void {
  let lcpMs = 0
  let cls = 0
  let most = 0
  let clsOf = 'nothing moved'
  let longestMs = 0
  let inpOf = ''
  const interactions = new Map<number, number>()
  const observe = (type: string, more: object, take: (entry: PerformanceEntry) => void) => {
    const observer = new PerformanceObserver(list => list.getEntries().forEach(take))
    observer.observe({ type, buffered: true, ...more })
  }
  observe('largest-contentful-paint', {}, ({ startTime }) => {
    lcpMs = startTime
  })
  observe('layout-shift', {}, entry => {
    if (!('hadRecentInput' in entry) || entry.hadRecentInput || !('value' in entry)) return
    const moved = Number(entry.value)
    cls += moved
    if (moved <= most) return
    most = moved
    const sources: { node?: Node }[] =
      'sources' in entry && Array.isArray(entry.sources) ? entry.sources : []
    const of = sources.map(({ node }) => (node ? tagOf(node) : 'what is gone'))
    clsOf = `${moved.toFixed(3)} at ${Math.round(entry.startTime)} ms of ${of.join(', ')}`
  })
  observe('event', { durationThreshold: 16 }, entry => {
    const id = 'interactionId' in entry ? Number(entry.interactionId) : 0
    if (id === 0) return
    interactions.set(id, Math.max(interactions.get(id) ?? 0, entry.duration))
    if (!(entry instanceof PerformanceEventTiming) || entry.duration <= longestMs) return
    longestMs = entry.duration
    const on = entry.target ? tagOf(entry.target) : 'what is gone'
    const waitedMs = Math.round(entry.processingStart - entry.startTime)
    const workMs = Math.round(entry.processingEnd - entry.processingStart)
    inpOf = `${entry.name} on ${on}, which waited ${waitedMs} ms and took ${workMs}`
  })

  function usualLongest(durations: number[]): number {
    const left = Math.floor(durations.length / 50)
    return durations.toSorted((a, b) => b - a)[left] ?? 0
  }

  function tagOf(node: Node): string {
    return node instanceof Element ? node.outerHTML.slice(0, 80) : node.nodeName
  }

  let shown: Promise<number> | undefined
  let frames: Frames = { frameMs: [], mostRows: 0 }
  let isScrolling = false

  /** What is posted while a frame is being made runs when it is done. */
  function afterPaint(act: () => void): void {
    const channel = new MessageChannel()
    channel.port1.onmessage = act
    channel.port2.postMessage(undefined)
  }

  window.watch = {
    vitals: () => ({
      lcpMs,
      cls,
      clsOf,
      inpMs: usualLongest([...interactions.values()]),
      longestMs,
      inpOf,
      interactions: interactions.size,
    }),
    expect(type, selector, text) {
      shown = new Promise(resolve => {
        const begin = (event: Event) => {
          const look = () => {
            const found = [...document.querySelectorAll(selector)].some(element =>
              (element instanceof HTMLTextAreaElement
                ? element.value
                : element.textContent
              ).includes(text),
            )
            if (found) afterPaint(() => resolve(performance.now() - event.timeStamp))
            else requestAnimationFrame(look)
          }
          requestAnimationFrame(look)
        }
        addEventListener(type, begin, { capture: true, once: true })
      })
    },
    shown: () => shown ?? Promise.reject(new Error('Nothing was expected.')),
    scrolling(selector) {
      frames = { frameMs: [], mostRows: 0 }
      isScrolling = true
      let before = performance.now()
      requestAnimationFrame(function next(now) {
        if (!isScrolling) return
        frames.frameMs.push(now - before)
        const rows = document.querySelectorAll(selector).length
        frames.mostRows = Math.max(frames.mostRows, rows)
        before = now
        requestAnimationFrame(next)
      })
    },
    frames() {
      isScrolling = false
      return { ...frames, frameMs: frames.frameMs.toSorted((a, b) => a - b) }
    },
  }
}
