/** A node whose clock may be wrong. */
import '../faults/wrongClock.ts'

const { runNode } = await import('./runNode.ts')

await runNode({})
