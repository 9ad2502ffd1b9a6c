import { describe, expect, test } from 'vitest'
import { limits } from './limits.ts'
import { firstNameOf, render, variablesIn } from './template.ts'

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
