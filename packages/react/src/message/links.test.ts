import { expect, test } from 'vitest'
import { piecesOf } from './links.ts'

function linked(text: string): string[] {
  return piecesOf(text).flatMap(({ href }) => href ?? [])
}

test('finds web addresses and leaves out what ends the sentence', () => {
  expect(linked('See https://example.com/a, or http://example.org?')).toEqual([
    'https://example.com/a',
    'http://example.org/',
  ])
  expect(linked('(see https://example.com/a)')).toEqual(['https://example.com/a'])
  expect(linked('https://example.com/a_(b)')).toEqual(['https://example.com/a_(b)'])
})

test.each([
  'javascript:alert(1)',
  'JaVaScRiPt://example.com/%0aalert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'file:///etc/passwd',
  'ftp://example.com',
  'https://',
  'xhttps://example.com',
])('makes no link of %s', text => {
  expect(linked(text)).toEqual([])
})

test('ends an address at what cannot be seen, which could make it look like another', () => {
  expect(linked('https://example.com/\u202egnp.exe')).toEqual(['https://example.com/'])
  expect(linked('https://example.com\u200b.evil.test')).toEqual(['https://example.com/'])
  expect(linked('https://example.com\u0000x')).toEqual(['https://example.com/'])
})

test('ends an address at markup', () => {
  expect(linked('https://example.com/"onmouseover="x')).toEqual(['https://example.com/'])
  expect(linked('<a href="https://example.com/">')).toEqual(['https://example.com/'])
})

test.each([
  '',
  'no links',
  'https://example.com',
  'a https://example.com/x, b https://example.com/y.',
  '\n https://example.com \n',
])('loses nothing of the text: %j', text => {
  const pieces = piecesOf(text)
  expect(pieces.map(piece => piece.text).join('')).toBe(text)
})
