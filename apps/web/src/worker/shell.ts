/**
 * The files that open the app without a network, kept together per release. A page only ever
 * finds files of its own release: their names carry a hash, what is fetched is held to the
 * hash it was built with, and the release before stays for the pages that are still open.
 */
export interface Shell {
  /** Another one with every build that differs. */
  release: string
  files: readonly { path: string; integrity: string }[]
}

const prefix = 'parley-shell-'
/** A network that has not answered a navigation by then does not keep the app from opening. */
const patienceMs = 1000

export function createShell({ release, files }: Shell) {
  const name = prefix + release
  const paths = new Set(files.map(({ path }) => path))

  async function find(path: string): Promise<Response | undefined> {
    const own = await caches.open(name)
    const options = { ignoreVary: true, ignoreSearch: true }
    return (await own.match(path, options)) ?? (await caches.match(path, options))
  }

  async function fromNetwork(request: Request): Promise<Response | undefined> {
    const response = await fetch(request).catch(() => undefined)
    return response && response.status < 500 ? response : undefined
  }

  return {
    /** All files or none. */
    async keep(): Promise<void> {
      const cache = await caches.open(name)
      try {
        await cache.addAll(files.map(({ path, integrity }) => new Request(path, { integrity })))
      } catch (error) {
        await caches.delete(name)
        throw error
      }
    },

    /** Lets go of all releases but this one and the one before it. */
    async tidy(): Promise<void> {
      const others = (await caches.keys()).filter(key => key.startsWith(prefix) && key !== name)
      await Promise.all(others.slice(0, -1).map(key => caches.delete(key)))
    },

    has: (path: string) => paths.has(path) || path.startsWith('/assets/'),

    async file(request: Request): Promise<Response> {
      return (await find(new URL(request.url).pathname)) ?? (await fetch(request))
    },

    /** The network's page where it answers soon, since it is of the release that the server has. */
    async page(request: Request): Promise<Response> {
      const fresh = fromNetwork(request)
      const late = new Promise<undefined>(resolve => setTimeout(resolve, patienceMs))
      const soon = await Promise.race([fresh, late])
      return soon ?? (await find('/index.html')) ?? (await fresh) ?? Response.error()
    },
  }
}
