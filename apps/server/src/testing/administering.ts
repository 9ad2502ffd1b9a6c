/** An administrator who calls over HTTP, and devices that show when they were cut off. */
import { hostToken, httpClient, socketClient, someone, type TestNode } from './testNode.ts'

export async function administrator(node: TestNode) {
  return httpClient(node, await hostToken(someone('Root', 'admin'))).admin
}

/** A connected device, which counts how often it had to say whose it is. */
export async function countingDevice(node: TestNode, token: () => Promise<string>) {
  let dials = 0
  const { api, close } = socketClient(node, () => {
    dials += 1
    return token()
  })
  await api.me.get.query()
  return { api, close, dials: () => dials }
}
