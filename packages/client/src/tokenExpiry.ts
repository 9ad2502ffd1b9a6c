/**
 * When a JWT runs out, in milliseconds since 1970; nothing when it does not say. Only to
 * renew it in time: whether it is valid is for the server to say.
 */
export function expiryOf(token: string): number | undefined {
  const [, payload] = token.split('.')
  if (!payload) return undefined
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    if (typeof claims !== 'object' || claims === null || !('exp' in claims)) return undefined
    return typeof claims.exp === 'number' ? claims.exp * 1000 : undefined
  } catch {
    return undefined
  }
}
