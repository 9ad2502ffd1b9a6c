// `npm start`. What it does is in startParley.mjs, which an old Node could not even read.
//
// In package.json the script begins with `exec`, so that the shell between npm and this process
// goes away: it would die of the SIGTERM that npm passes on, without passing it on further, and
// nothing would be drained. Where there is no `exec`, on Windows, the second half runs.

import { hasRecentNode } from './nodeVersion.mjs'

if (hasRecentNode()) import('./startParley.mjs')
