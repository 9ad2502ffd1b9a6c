import * as z from 'zod/mini'

const claims = z.object({ sub: z.string() })

/**
 * Whose token this is. Only read, not verified: the server does that, and a person who
 * forges their own token deceives only their own screen.
 */
export function userIdOf(token: string): string {
  const [, payload = ''] = token.split('.')
  const bytes = Uint8Array.from(
    atob(payload.replaceAll('-', '+').replaceAll('_', '/')),
    character => character.charCodeAt(0),
  )
  return claims.parse(JSON.parse(new TextDecoder().decode(bytes))).sub
}
