/** Signing out holds for all tabs of this browser: each of them shows the same person's messages. */
const channel =
  typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('parley.signed-out')

export function tellOtherTabs(userId: string): void {
  channel?.postMessage(userId)
}

export function whenSignedOutElsewhere(listener: (userId: unknown) => void): void {
  channel?.addEventListener('message', ({ data }) => listener(data))
}
