import type { Place } from '@parley/react/navigation/navigation'
import { expect, test } from 'vitest'
import { hrefOf, placeOf, routeOf } from './route.ts'

const places: Place[] = [
  { at: 'list' },
  { at: 'archived' },
  { at: 'conversation', id: 'a1b2' },
  { at: 'conversation', id: 'a1b2', seq: 50_000 },
  { at: 'person', userId: 'usr_1' },
  { at: 'person', userId: 'host/a b?c#d%e·ö' },
]

test.each(places)('the address of $at leads back there', place => {
  expect(routeOf(hrefOf(place))).toEqual(place)
})

test.each([
  ['/bulk', 'bulk'],
  ['/bulk/new', 'bulk'],
  ['/bulk/a/b/c/d', 'bulk'],
  ['/admin', 'admin'],
  ['/archived/', 'archived'],
  ['/c/a1b2/', 'conversation'],
  ['/admin/more', 'nowhere'],
  ['/c', 'nowhere'],
  ['/p', 'nowhere'],
  ['/p/%E0%A4%A', 'nowhere'],
  ['/p/a/b', 'nowhere'],
  ['/c/a1b2/0', 'nowhere'],
  ['/c/a1b2/-1', 'nowhere'],
  ['/c/a1b2/1.5', 'nowhere'],
  ['/c/a1b2/99999999999', 'nowhere'],
  ['/c/a1b2/7/more', 'nowhere'],
  ['/nonsense', 'nowhere'],
])('%s means %s', (address, at) => {
  expect(routeOf(address).at).toBe(at)
})

test('links to conversations, messages and people of the page itself are places in it', () => {
  const own = 'https://chat.example.com'
  const leadTo = (href: string) => placeOf(href, own)
  expect(leadTo(`${own}/c/abc/7`)).toEqual({ at: 'conversation', id: 'abc', seq: 7 })
  expect(leadTo(`${own}/p/ann`)).toEqual({ at: 'person', userId: 'ann' })
  expect(leadTo(`${own}/healthz`)).toBeUndefined()
  expect(leadTo(`${own}/`)).toBeUndefined()
  expect(leadTo('https://example.com/c/abc/7')).toBeUndefined()
  expect(leadTo('http://chat.example.com/c/abc/7')).toBeUndefined()
})
