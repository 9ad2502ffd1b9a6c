import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../root.ts'

const [, start = ''] =
  /"start": "(.*)"/.exec(readFileSync(join(root, 'package.json'), 'utf8')) ?? []

/** What `npm start` asks of Node; the peer gets it as well. */
export const nodeFlags: readonly string[] = [...new Set(start.match(/--\S+/g))]
