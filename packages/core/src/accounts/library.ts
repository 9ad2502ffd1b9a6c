/** The way of an admitted request to better-auth and back. */
import { BASE_PATH } from './admit.ts'
import { passOrRefuse } from './answers.ts'
import { ADDRESS_HEADER, type Auth } from './auth.ts'

const KEPT_HEADERS = [
  ...['authorization', 'cookie', 'origin', 'referer', 'user-agent'],
  ...['sec-fetch-site', 'sec-fetch-mode', 'sec-fetch-dest'],
]

export type Library = ReturnType<typeof openLibrary>

/** Asks better-auth. Throws a refusal for whatever it does not answer with success. */
export function openLibrary(auth: Auth, publicUrl: string) {
  return async function ask(
    path: string,
    { method, headers, body }: { method: 'GET' | 'POST'; headers: Headers; body?: unknown },
  ): Promise<Response> {
    const request = new Request(new URL(BASE_PATH + path, publicUrl), {
      method,
      headers,
      body: method === 'POST' ? JSON.stringify(body) : null,
    })
    const response = await passOrRefuse(await auth.handler(request))
    response.headers.set('Cache-Control', 'no-store')
    // A tab that brings its own session must not change the cookie that all tabs share.
    if (headers.has('authorization')) response.headers.delete('set-cookie')
    return response
  }
}

/** What better-auth may see of a request; above all, nobody but us says where it comes from. */
export function headersFor(request: Request, address: string): Headers {
  const headers = new Headers({ 'content-type': 'application/json', [ADDRESS_HEADER]: address })
  for (const name of KEPT_HEADERS) {
    const value = request.headers.get(name)
    if (value !== null) headers.set(name, value)
  }
  // A session that a tab brings counts alone: were it bad, the cookie's must not take its place.
  if (headers.has('authorization')) headers.delete('cookie')
  headers.set('user-agent', headers.get('user-agent')?.slice(0, 300) ?? '')
  return headers
}

export function cookiesOf(response: Response): Headers {
  return new Headers(response.headers.getSetCookie().map(cookie => ['set-cookie', cookie]))
}
