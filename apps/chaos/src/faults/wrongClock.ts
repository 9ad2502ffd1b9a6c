/** Before anything else of a node is read: its clock is so many minutes ahead. */
const aheadMs = Number(process.env.CHAOS_CLOCK_MINUTES ?? 0) * 60_000

if (aheadMs !== 0) {
  const now = Date.now
  Date.now = () => now() + aheadMs
  // `new Date()` does not ask `Date.now`.
  globalThis.Date = new Proxy(Date, {
    construct: (target, args) => Reflect.construct(target, args.length > 0 ? args : [Date.now()]),
  })
}
