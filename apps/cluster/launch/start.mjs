// `pnpm cluster`. Makes what is missing, as `npm start` does, and becomes the cluster.

import { hasRecentNode } from '../../server/launch/nodeVersion.mjs'

if (hasRecentNode()) import('./startCluster.mjs')
