// Follows what a program prints, line by line, and remembers the end of it.

import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

const remembered = 8

export function followLines(child: ChildProcess, log: (line: string) => void): () => string[] {
  const last: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue
    createInterface({ input: stream }).on('line', line => {
      if (!line.trim()) return
      last.push(line)
      if (last.length > remembered) last.shift()
      log(line)
    })
  }
  return () => [...last]
}
