/** Calls of one person past their client: the bare wire, where the answer itself matters. */
import { hostToken } from '@parley/load/hostToken'
import { openWire } from '@parley/load/wire'
import type { Stage } from './stage.ts'

export async function bareWire({ hostSecret, url }: Stage, userId: string) {
  const role = userId.startsWith('customer') ? 'customer' : 'contractor'
  return openWire(url, await hostToken(hostSecret, { userId, name: userId, role }))
}
