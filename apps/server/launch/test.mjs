// `npm test`. What it does is in testParley.mjs, which an old Node could not even read.

import { hasRecentNode } from './nodeVersion.mjs'

if (hasRecentNode()) import('./testParley.mjs')
