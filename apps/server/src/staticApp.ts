/**
 * The built web app. Its assets carry a hash in their names and are kept for a year; every
 * address that a person may type leads to index.html, which is never kept.
 */
import { existsSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import sirv from 'sirv'

type Handler = (request: IncomingMessage, response: ServerResponse) => void

/** Somebody opens a page, as opposed to a page that asks for a picture or a script. */
function isNavigation({ headers, url = '/' }: IncomingMessage): boolean {
  const [path = '/'] = url.split('?', 1)
  return !/\.\w+$/.test(path) && headers.accept?.includes('text/html') === true
}

function say(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
  response.end(text)
}

/** @param dir where index.html is; unset or not built yet, a sentence stands in for the app. */
export function staticApp(dir: string | undefined): Handler {
  if (dir === undefined || !existsSync(join(dir, 'index.html')))
    return (_request, response) => say(response, 404, 'The web app is not built.\n')

  const serve = sirv(dir, {
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders(response, path) {
      const isAsset = path.startsWith('/assets/')
      const keep = isAsset ? 'public, max-age=31536000, immutable' : 'no-cache'
      response.setHeader('cache-control', keep)
    },
  })

  return (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD')
      say(response, 405, 'Only to be read.\n')
      return
    }
    // A file that is gone since the start (a rebuild), or no handles left: this answer fails,
    // not the process.
    response.on('pipe', source => source.on('error', () => response.destroy()))
    // The only kind of range that means something here; sirv throws on others.
    delete request.headers.range
    serve(request, response, () => {
      if (!isNavigation(request)) {
        say(response, 404, 'Not found.\n')
        return
      }
      request.url = '/index.html'
      serve(request, response, () => say(response, 404, 'Not found.\n'))
    })
  }
}
