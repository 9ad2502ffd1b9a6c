/**
 * Who is calling, as a verified token says it. The claims are the same in our own tokens and
 * in a host product's; this schema turns them into the identity that everything else uses.
 */
import { userId } from '@parley/protocol/ids'
import { limits } from '@parley/protocol/limits'
import { role } from '@parley/protocol/user'
import * as z from 'zod/mini'
import { personName } from './personName.ts'

const id = userId.check(
  z.refine(id => !/\p{Cc}/u.test(id) && id.trim() === id, 'must not have control characters'),
)

/** A picture that cannot be shown safely is left out: nobody is locked out over a picture. */
const picture = z.catch(
  z.optional(z.string().check(z.maxLength(500), z.refine(isShowable))),
  undefined,
)

/** `https:`, or a path on our own origin; never a scheme that runs or reads something. */
function isShowable(address: string): boolean {
  if (/[\s\\\p{Cc}]/u.test(address)) return false
  return /^\/(?!\/)/.test(address) || (address.startsWith('https://') && URL.canParse(address))
}

/** A host's name that is too long is cut: nobody is locked out over that either. */
const cutName = z.pipe(
  z.pipe(
    z.string(),
    z.transform(name => [...name.slice(0, 2000)].slice(0, limits.nameMax).join('')),
  ),
  personName,
)

export const identityFromClaims = z.pipe(
  z.object({
    sub: id,
    name: cutName,
    role,
    business: z.nullish(id),
    picture,
    /** The session behind a token of ours. */
    sid: z.optional(z.string()),
    exp: z.number(),
  }),
  z.transform(claims => ({
    userId: claims.sub,
    name: claims.name,
    role: claims.role,
    business: claims.business ?? undefined,
    picture: claims.picture,
    sessionId: claims.sid,
    /** Milliseconds since 1970: whoever acts on this identity must stop then. */
    expiresAt: claims.exp * 1000,
  })),
)

export type Identity = z.infer<typeof identityFromClaims>
