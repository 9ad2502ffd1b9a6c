/**
 * Passwords are kept as Argon2id, computed off the event loop. The library's defaults are
 * the first choice of OWASP's password storage cheat sheet: 19 MiB, two passes.
 */
import { hash, verify } from '@node-rs/argon2'

export const passwordLength = { min: 8, max: 128 }

/** The same password may be typed with composed or decomposed letters. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'))
}

export function verifyPassword(kept: { hash: string; password: string }): Promise<boolean> {
  return verify(kept.hash, kept.password.normalize('NFKC'))
}
