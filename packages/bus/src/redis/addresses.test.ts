import { expect, test } from 'vitest'
import { whereabouts } from './addresses.ts'

test.each([
  ['redis://host', { addresses: [{ host: 'host', port: 6379 }], isCluster: false, login: {} }],
  [
    'rediss://me:p%40ss@host:6380/3',
    {
      addresses: [{ host: 'host', port: 6380 }],
      isCluster: false,
      login: { username: 'me', password: 'p@ss', db: 3, tls: {} },
    },
  ],
  [
    'redis://:secret@[::1]:1/',
    { addresses: [{ host: '::1', port: 1 }], login: { password: 'secret' } },
  ],
  [
    'redis://:secret@a, redis://b:2',
    {
      addresses: [
        { host: 'a', port: 6379 },
        { host: 'b', port: 2 },
      ],
      isCluster: true,
      login: { password: 'secret' },
    },
  ],
])('%s', (text, expected) => {
  expect(whereabouts(text)).toMatchObject(expected)
})

test.each([
  ['another kind', 'http://host'],
  ['no address', 'host:6379'],
  ['no host', 'redis://'],
  ['one of two', 'redis://a,b'],
  ['an empty one', 'redis://a,'],
  ['two kinds', 'redis://a,rediss://b'],
  ['a database that is no number', 'redis://a/main'],
  ['a database of a cluster', 'redis://a,redis://b/1'],
])('%s is none: %s', (_, text) => {
  expect(whereabouts(text)).toBeUndefined()
})
