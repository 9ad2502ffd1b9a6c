/** A node whose clock may be wrong. */
import '../faults/wrongClock.ts'

import('./runNode.ts').then(({ runNode }) => runNode({}))
