/** What the server's process has used and done, as its own `/metrics` tells. */
export interface Usage {
  cpuSeconds: number
  residentBytes: number
  /** Calls that were answered, by procedure. */
  calls: Map<string, number>
}

export async function readUsage(url: string): Promise<Usage> {
  const text = await (await fetch(`${url}/metrics`)).text()
  const calls = new Map<string, number>()
  for (const [, procedure = '', count] of text.matchAll(answeredCall)) {
    calls.set(procedure, Number(count))
  }
  return {
    cpuSeconds: metricIn(text, 'process_cpu_seconds_total'),
    residentBytes: metricIn(text, 'process_resident_memory_bytes'),
    calls,
  }
}

const answeredCall = /^parley_calls_total\{procedure="([\w.]+)",outcome="ok"\} (\d+)$/gm

function metricIn(text: string, name: string): number {
  const line = text.split('\n').find(one => one.startsWith(`${name} `))
  if (!line) throw new Error(`The server tells nothing of ${name}.`)
  return Number(line.slice(name.length + 1))
}
