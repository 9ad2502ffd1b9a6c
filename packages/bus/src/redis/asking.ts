// Questions to all nodes: each answers into the channel of the one that asks.

import { randomUUID } from 'node:crypto'
import type { Answer } from '../bus.ts'
import type { Question } from '../notice.ts'
import { nodeOf } from './leases.ts'
import type { Names } from './names.ts'
import type { Publishing } from './publishing.ts'
import type { Said } from './words.ts'

interface Waiting {
  missing: Set<string>
  answers: Answer[]
  finish: () => void
}

interface AskingOptions {
  node: string
  publishing: Publishing
  /** Seats of the other nodes, none while Redis is away. */
  others: () => string[]
  names: Names
  patienceMs: number
}

export function createAsking({ node, publishing, others, names, patienceMs }: AskingOptions) {
  const { channels } = names
  const waiting = new Map<string, Waiting>()
  let answerOf: (question: Question) => unknown = () => undefined

  return {
    onQuestion(how: (question: Question) => unknown): void {
      answerOf = how
    },
    async ask(question: Question): Promise<Answer[]> {
      const answers: Answer[] = []
      const missing = new Set(others().map(nodeOf))
      const id = randomUUID()
      const everybody = new Promise<void>(resolve => {
        if (missing.size === 0) return resolve()
        const timer = setTimeout(resolve, patienceMs)
        const finish = () => {
          clearTimeout(timer)
          resolve()
        }
        waiting.set(id, { missing, answers, finish })
        publishing.into(channels.all, { asks: { id, question } })
      })
      try {
        answers.unshift({ node, answer: await answerOf(question) })
        await everybody
      } finally {
        waiting.delete(id)
      }
      const silent = [...missing].map(node => ({ node, answer: undefined }))
      return [...answers, ...silent]
    },
    async asked(from: string, { id, question }: NonNullable<Said['asks']>): Promise<void> {
      const answer = await answerOf(question)
      publishing.into(channels.node(from), { answers: { id, answer } }, 'anyway')
    },
    answered(from: string, { id, answer }: NonNullable<Said['answers']>): void {
      const one = waiting.get(id)
      if (!one?.missing.delete(from)) return
      one.answers.push({ node: from, answer })
      if (one.missing.size === 0) one.finish()
    },
  }
}
