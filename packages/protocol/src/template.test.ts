import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { limits } from './limits.ts'
import {
  fill,
  firstNameOf,
  lengthOf,
  missingIn,
  templateOf,
  type Values,
  variables,
  variablesIn,
} from './template.ts'

function render(text: string, values: Values) {
  const template = templateOf(text)
  const missing = missingIn(template, values)
  return missing === undefined ? { text: fill(template, values) } : { missing }
}

/** The plain way: the whole text is written, and then looked at. */
function plainly(text: string, values: Values) {
  const missing: string[] = []
  const rendered = text.replace(/\{\{([^{}]*)\}\}/g, (_, between: string) => {
    const value = new Map(Object.entries(values)).get(between.trim())
    if (value === undefined) missing.push(between.trim())
    return value ?? ''
  })
  return missing.length > 0 ? { missing: missing[0] } : { text: rendered }
}

const values = { 'customer.name': 'Maria Rossi', 'customer.firstName': 'Maria' } as const

test('each variable is replaced by its value, with or without blanks around its name', () => {
  const text = 'Hello {{customer.firstName}}, {{ customer.firstName }} or {{\tcustomer.name\n}}'
  expect(render(text, values)).toEqual({ text: 'Hello Maria, Maria or Maria Rossi' })
})

test('the first variable without a value is named', () => {
  const text = '{{customer.name}} {{job.place}} {{job.title}}'
  expect(render(text, values)).toEqual({ missing: 'job.place' })
  expect(render('{{customer.salary}}', values)).toEqual({ missing: 'customer.salary' })
})

test('a value that looks like a variable, or like a replacement, is text', () => {
  const name = '{{job.title}} $& $1 $$'
  expect(render('{{customer.name}}!', { 'customer.name': name })).toEqual({ text: `${name}!` })
})

test('the variables of a text are told once each, those that there are and those that there are not', () => {
  const text = '{{customer.name}} {{ customer.name }} {{job.title}} {{me}} {{}} {{constructor}}'
  expect(variablesIn(text)).toEqual({
    known: ['customer.name', 'job.title'],
    unknown: ['me', '', 'constructor'],
  })
})

describe('what is no variable stays as it is', () => {
  test.each([
    '{customer.name}',
    '{{customer.name}',
    '{{',
    '}}',
    '{{ {a} }}',
    '{ {customer.name} }',
  ])('%s', text => {
    expect(variablesIn(text)).toEqual({ known: [], unknown: [] })
    expect(render(text, values)).toEqual({ text })
  })
})

test('no text takes long to look through', { timeout: 2000 }, () => {
  for (const piece of [' ', '{', '{{', '{{ ', '{{a ', '\t', 'a '])
    for (const start of ['', '{{', '{{a']) {
      const text = (start + piece.repeat(limits.textMax)).slice(0, limits.textMax)
      expect(variablesIn(text).known).toEqual([])
      expect(render(text, values)).toEqual({ text })
    }
})

test('the first name is what stands before the first blank', () => {
  expect(firstNameOf('Maria Rossi')).toBe('Maria')
  expect(firstNameOf('  Maria\u00a0Rossi ')).toBe('Maria')
  expect(firstNameOf('Cher')).toBe('Cher')
})

test('taken apart once it is the same text, of a length that is known before it is written', () => {
  const piece = fc.oneof(
    fc.constantFrom(...variables.map(name => `{{${name}}}`), '{{ job.title }}', '{{me}}', '{{}}'),
    fc.constantFrom('{', '}', '{{', '}}', '$&', '🙂', 'é', ' '),
    fc.string({ unit: 'binary' }),
  )
  const texts = fc.array(piece, { maxLength: 12 }).map(pieces => pieces.join(''))
  const some = fc.constantFrom('Maria', '🙂🙂', '{{job.title}}', '$1', 'x')
  const records = fc.record(Object.fromEntries(variables.map(name => [name, some])), {
    requiredKeys: variables.filter(name => name !== 'job.place'),
  })
  fc.assert(
    fc.property(texts, records, (text, values) => {
      const expected = plainly(text, values)
      expect(render(text, values)).toEqual(expected)
      if (expected.text !== undefined) {
        expect(lengthOf(templateOf(text), values)).toBe([...expected.text].length)
      }
    }),
  )
})
