/**
 * What browsers are told about our pages: which scripts may run, where they may connect, and
 * who may put them in a frame.
 */
import helmet from 'helmet'
import type { Origins } from './origins.ts'

export function pageHeaders({ own, embedding }: Origins, publicUrl: string | undefined) {
  const isSecure = publicUrl?.startsWith('https:') === true
  // A policy has no word for IPv6 addresses; where they are the page's own, 'self' covers them.
  const sockets = own.filter(at => !at.includes('[')).map(at => at.replace(/^http/, 'ws'))
  return helmet({
    contentSecurityPolicy: {
      // Helmet's own would send browsers to https, which most first starts do not have.
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'script-src': ["'self'"],
        'script-src-attr': ["'none'"],
        'style-src': ["'self'", "'unsafe-inline'"], // components place themselves with it
        'img-src': ["'self'", 'data:', 'blob:', 'https:'], // people's pictures are anywhere
        'font-src': ["'self'"],
        'connect-src': ["'self'", ...sockets],
        'worker-src': ["'self'"],
        'manifest-src': ["'self'"],
        'object-src': ["'none'"],
        'base-uri': ["'none'"],
        'form-action': ["'self'"],
        'frame-ancestors': ["'self'", ...embedding],
      },
    },
    // The older word for it knows no list; browsers that know the newer one ignore it.
    xFrameOptions: embedding.length === 0 ? { action: 'sameorigin' } : false,
    // With "no-referrer" some requests would come with the origin "null".
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: isSecure && { maxAge: 31_536_000, includeSubDomains: false },
  })
}
