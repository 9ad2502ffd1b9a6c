/** What page and service worker call the sending of what waits. */
export const outboxTag = 'parley-outbox'
