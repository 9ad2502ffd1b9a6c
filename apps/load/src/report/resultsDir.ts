import { fileURLToPath } from 'node:url'

/** Where figures and profiles are kept; git ignores it. */
export const resultsDir = fileURLToPath(new URL('../../results', import.meta.url))
