/**
 * The demo session that `public/beforePaint.js` has asked for while the app was on its way, which
 * on a slow line saves a turn.
 */
declare global {
  interface Window {
    earlySession?: { as: string; answer: Promise<Response> } | undefined
  }
}

/** @returns the answer, once; nothing where nobody has asked, it was for somebody else, or none came */
export async function takeEarlySession(as: string): Promise<Response | undefined> {
  const early = window.earlySession
  window.earlySession = undefined
  return early?.as === as ? await early.answer.catch(() => undefined) : undefined
}
