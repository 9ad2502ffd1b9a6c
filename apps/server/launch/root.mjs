// The top of the repository, wherever it was cloned to.

import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../../', import.meta.url))
