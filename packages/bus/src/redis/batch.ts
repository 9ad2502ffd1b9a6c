import type { Cluster, Redis } from 'ioredis'

type Command = [name: string, ...args: (string | number)[]]

/**
 * Several commands written at once; in a cluster, where they belong to several nodes, one by one.
 *
 * @throws what the first of them that failed failed with
 */
export async function batch(redis: Redis | Cluster, commands: Command[]): Promise<unknown[]> {
  if (redis.isCluster) {
    return Promise.all(commands.map(([name, ...args]) => redis.call(name, ...args)))
  }
  const results = (await redis.pipeline(commands).exec()) ?? []
  return results.map(([error, answer]) => {
    if (error) throw error
    return answer
  })
}
