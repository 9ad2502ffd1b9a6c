import type { Role } from '@parley/protocol/user'
import { SignJWT } from 'jose'

export interface Person {
  userId: string
  name: string
  role: Role
}

/** A token as the host product would sign it; its person exists from the first call on. */
export function hostToken(secret: string, { userId, name, role }: Person): Promise<string> {
  return new SignJWT({ name, role })
    .setProtectedHeader({ alg: 'HS256' })
    .setSubject(userId)
    .setIssuer('host')
    .setAudience('parley')
    .setExpirationTime('6h')
    .sign(Buffer.from(secret))
}
