// Where Redis is. One address is one Redis, several (with commas between) are a cluster.

export interface Address {
  host: string
  port: number
}

export interface Whereabouts {
  addresses: [Address, ...Address[]]
  isCluster: boolean
  /** The same for all: user, password, database, and TLS. */
  login: { username?: string; password?: string; db?: number; tls?: object }
}

const kinds = ['redis:', 'rediss:']

/** @returns nothing when the text is not one address or several of one kind */
export function whereabouts(text: string): Whereabouts | undefined {
  const urls = text.split(',').flatMap(part => parsed(part.trim()))
  const [first, ...others] = urls
  const parts = text.split(',').length
  if (!first || urls.length < parts) return undefined
  if (others.some(({ protocol }) => protocol !== first.protocol)) return undefined
  const db = dbOf(first)
  // A cluster has one database.
  if (!(db >= 0) || (parts > 1 && urls.some(url => dbOf(url) !== 0))) return undefined
  return {
    addresses: [addressOf(first), ...others.map(addressOf)],
    isCluster: parts > 1,
    login: {
      ...(first.username && { username: decodeURIComponent(first.username) }),
      ...(first.password && { password: decodeURIComponent(first.password) }),
      ...(db > 0 && { db }),
      ...(first.protocol === 'rediss:' && { tls: {} }),
    },
  }
}

function parsed(part: string): URL[] {
  if (!URL.canParse(part)) return []
  const url = new URL(part)
  return kinds.includes(url.protocol) && url.hostname !== '' ? [url] : []
}

function addressOf({ hostname, port }: URL): Address {
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port: port === '' ? 6379 : Number(port) }
}

function dbOf({ pathname }: URL): number {
  return /^\/?\d*$/.test(pathname) ? Number(pathname.slice(1)) : Number.NaN
}
