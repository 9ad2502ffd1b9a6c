import { afterAll, beforeAll } from 'vitest'
import { busContract } from '../contract.ts'
import { type RedisServer, startRedis } from '../testing/redisServer.ts'
import { withRedis } from '../testing/withRedis.ts'
import { redisBus } from './redisBus.ts'

withRedis(() => {
  let redis: RedisServer
  beforeAll(async () => {
    redis = await startRedis()
  })
  afterAll(() => redis.dispose())

  busContract('redis', async () => {
    await redis.flush()
    return redisBus({ url: redis.url })
  })
})
