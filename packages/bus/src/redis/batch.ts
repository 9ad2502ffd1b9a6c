import type { Cluster, Redis } from 'ioredis'

type Command = [name: string, ...args: (string | number)[]]

/**
 * Several commands written at once; in a cluster, where they belong to several nodes, one by one.
 * A key that holds something else than it should counts as one that is not there.
 *
 * @throws what the first of them that failed failed with
 */
export async function batch(redis: Redis | Cluster, commands: Command[]): Promise<unknown[]> {
  if (redis.isCluster) {
    return Promise.all(
      commands.map(([name, ...args]) => redis.call(name, ...args).catch(nothingOrThrow)),
    )
  }
  const results = (await redis.pipeline(commands).exec()) ?? []
  return results.map(([error, answer]) => {
    return error ? nothingOrThrow(error) : answer
  })
}

function nothingOrThrow(error: unknown): null {
  if (error instanceof Error && error.message.startsWith('WRONGTYPE')) return null
  throw error
}
