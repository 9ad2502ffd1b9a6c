/** One broadcast: how far it has come, and what became of it with each. */
export function BroadcastScreen(_: { id: string }) {
  return null
}
