import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { giveToken } from './host.ts'

/** What whoever asks from there is given. */
async function asked(as: string, from?: string): Promise<string> {
  vi.stubEnv('HOST_JWT_SECRET', 'a secret of the host that is long enough')
  const server = createServer((request, response) => {
    if (from) Object.defineProperty(request.socket, 'remoteAddress', { value: from })
    void giveToken(request, response)
  }).listen(0, '127.0.0.1')
  await new Promise(resolve => server.once('listening', resolve))
  onTestFinished(() => {
    server.close()
    vi.unstubAllEnvs()
  })
  const { port } = server.address() as AddressInfo
  return await (await fetch(`http://127.0.0.1:${port}/?as=${as}`)).text()
}

test.each(['nobody', 'constructor', '__proto__', 'hasOwnProperty'])('%s is no member', async as => {
  expect(await asked(as)).toContain('Nobody of that name')
})

test.each(['10.0.0.7', '::ffff:10.0.0.7', 'fe80::1', '128.127.0.0'])(
  'nobody at %s is signed for',
  async from => {
    expect(await asked('hanna', from)).toContain('only for its own machine')
  },
)
