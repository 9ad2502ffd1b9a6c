/** Pairs of a customer and a contractor, each with a device of their own and the same conversation on the screen. */
import { randomUUID } from 'node:crypto'
import type { Device, DeviceListener } from '../devices/device.ts'
import { realDevice } from '../devices/realDevice.ts'
import { thinDevice } from '../devices/thinDevice.ts'
import type { DeviceKind } from '../options.ts'
import type { Person } from '../server/hostToken.ts'
import type { Server } from '../server/server.ts'

export interface Pair {
  conversationId: string
  /** The customer's, the contractor's. */
  devices: [Device, Device]
  customer: Person
}

interface Meeting {
  server: Pick<Server, 'url' | 'token'>
  kind: DeviceKind
  listener: DeviceListener
}

const make = { real: realDevice, thin: thinDevice }

/** Few at once: connecting is not what is measured, and the door admits only so many a moment. */
const atOnce = 20

export async function meet(meeting: Meeting, pairs: number): Promise<Pair[]> {
  const run = randomUUID().slice(0, 8)
  const met: Pair[] = []
  for (let first = 0; first < pairs; first += atOnce) {
    const some = Array.from({ length: Math.min(atOnce, pairs - first) }, (_, at) => first + at)
    met.push(...(await Promise.all(some.map(at => meetOne(meeting, `${run}-${at}`)))))
  }
  return met
}

async function meetOne({ server, kind, listener }: Meeting, name: string): Promise<Pair> {
  const customer: Person = {
    userId: `customer-${name}`,
    name: `Customer ${name}`,
    role: 'customer',
  }
  const contractor: Person = {
    userId: `contractor-${name}`,
    name: `Contractor ${name}`,
    role: 'contractor',
  }
  const deviceOf = async (person: Person) =>
    make[kind]({
      url: server.url,
      userId: person.userId,
      token: await server.token(person),
      listener,
    })
  const devices: [Device, Device] = [await deviceOf(customer), await deviceOf(contractor)]
  const conversationId = await devices[0].open(contractor.userId)
  for (const device of devices) await device.show(conversationId)
  return { conversationId, devices, customer }
}
