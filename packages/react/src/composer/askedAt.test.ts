import { expect, test } from 'vitest'
import { askedAt, namedAt } from './askedAt.ts'

/** What is asked where `|` stands, or else at the end. */
function at(marked: string) {
  const caret = marked.includes('|') ? marked.indexOf('|') : marked.length
  const asked = askedAt(marked.replace('|', ''), caret)
  return asked && `${asked.kind} ${asked.start} ${asked.query}`
}

function named(text: string) {
  const asked = namedAt(text, text.length)
  return asked && `${asked.start} ${asked.query}`
}

test('an emoji is asked for from two letters on, at the start of a word', () => {
  expect(at(':sm')).toBe('emoji 0 sm')
  expect(at('well :Thumbs_u')).toBe('emoji 5 Thumbs_u')
  expect(at('line\n(:ta')).toBe('emoji 6 ta')
  expect(at('👍:ta')).toBe('emoji 2 ta')
  expect(at(':+1')).toBe('emoji 0 +1')
  expect(at('so :sm| and')).toBe('emoji 3 sm')
})

test.each([
  ':',
  ':s',
  ':)',
  ':-)',
  ':D',
  ':-D',
  ':/',
  '10:30',
  ' :30',
  'a:sm',
  'http://sm',
  'http://host:port',
  'see https://a.b/c:de',
  'x::sm',
  ':sm|ile',
  ': sm',
])('nothing is asked for with %j', text => {
  expect(at(text)).toBeUndefined()
})

test('a name between colons is an emoji, numbers are not', () => {
  expect(named(':smile:')).toBe('0 smile')
  expect(named('so :+1:')).toBe('3 +1')
  expect(named(':100:')).toBe('0 100')
  expect(named('10:30:')).toBeUndefined()
  expect(named('a:smile:')).toBeUndefined()
  expect(named('::')).toBeUndefined()
})

test('somebody is asked for with @ at the start of a word, by one word of the name or more', () => {
  expect(at('@')).toBe('mention 0 ')
  expect(at('to @Car')).toBe('mention 3 Car')
  expect(at('to @Carla Co')).toBe('mention 3 Carla Co')
  expect(at('to @Carla ')).toBe('mention 3 Carla ')
  expect(at('@Åsa-Björk O’Neil')).toBe('mention 0 Åsa-Björk O’Neil')
  expect(at('(@ca')).toBe('mention 1 ca')
  expect(at('@محمد')).toBe('mention 0 محمد')
})

test.each(['me@ca', 'a.b@c', 'https://x.y/@ca', '@ ', '@ ca', '@@ca', '@ca|rla', '@Carla  '])(
  'nobody is asked for with %j',
  text => {
    expect(at(text)).toBeUndefined()
  },
)

test('what lies further back than any name is not looked at', () => {
  expect(at(`@${'a'.repeat(100_000)}`)).toBeUndefined()
  expect(at(`@${'\u0301'.repeat(10_000)}`)).toBeUndefined()
  expect(at(`${'word '.repeat(20_000)}@ca`)).toBe('mention 100000 ca')
})
