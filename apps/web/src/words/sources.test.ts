/** What is read out of the sources of all that people see: words and sides stand where they may. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type ESTree, parseSync, Visitor } from 'vite'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../../..', import.meta.url))
const folders = ['apps/web/src', 'packages/react/src']

const sources = folders.flatMap(folder =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter(name => /\.tsx?$/.test(name) && !/\.test\.tsx?$|^testing\//.test(name))
    .map(name => {
      const path = `${folder}/${name}`
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, program: parseSync(path, text).program }
    }),
)

/** What is read, or read out. */
const spoken =
  /^(aria-(label|description|roledescription|valuetext|placeholder)|title|placeholder|alt|label|hint|text)$/
const letter = /\p{L}/u

/** The texts that an expression may come to by itself, without what others say. */
function textsIn(node: ESTree.Expression | ESTree.JSXEmptyExpression): string[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : []
    case 'TemplateLiteral':
      return node.quasis.map(({ value }) => value.raw)
    case 'ConditionalExpression':
      return [...textsIn(node.consequent), ...textsIn(node.alternate)]
    case 'LogicalExpression':
      return textsIn(node.right)
    case 'BinaryExpression':
      return node.operator === '+' ? [...textsIn(node.left), ...textsIn(node.right)] : []
    case 'ParenthesizedExpression':
      return textsIn(node.expression)
    default:
      return []
  }
}

test('every text for people comes from a catalogue', () => {
  const loose = sources.flatMap(({ path, program }) => {
    const texts: string[] = []
    const visitor = new Visitor({
      JSXText: ({ value }) => void texts.push(value.trim()),
      JSXElement: ({ children }) => void texts.push(...children.flatMap(saidBy)),
      JSXFragment: ({ children }) => void texts.push(...children.flatMap(saidBy)),
      JSXAttribute({ name, value }) {
        if (name.type !== 'JSXIdentifier' || !spoken.test(name.name)) return
        if (value?.type === 'Literal') texts.push(String(value.value))
        if (value?.type === 'JSXExpressionContainer') texts.push(...textsIn(value.expression))
      },
    })
    visitor.visit(program)
    return texts.filter(text => letter.test(text)).map(text => `${path}: ${text}`)
  })
  expect(loose).toEqual([])
})

function saidBy(child: ESTree.JSXChild): string[] {
  return child.type === 'JSXExpressionContainer' ? textsIn(child.expression) : []
}

const physical =
  /^-?((m[lr]|p[lr]|scroll-[mp][lr]|left|right)-|(rounded-(l|r|tl|tr|bl|br)|border-[lr]|divide-[lr])(-|$)|(text|float|clear)-(left|right)$)/

/** What lies at a side of the device, or of what is measured, whichever way one reads. */
const ofTheDevice = /^p[lr]-\[env\(safe-area-inset-(left|right)\)\]$/

test('sides are those of reading, so that all mirrors from right to left', () => {
  const found = sources.flatMap(({ path, program }) => {
    const classes: string[] = []
    const gather = (text: string) => classes.push(...text.split(/\s+/))
    const visitor = new Visitor({
      Literal: ({ value }) => void (typeof value === 'string' && gather(value)),
      TemplateElement: ({ value }) => void gather(value.raw),
    })
    if (!/\/(emoji|words)\//.test(path)) visitor.visit(program)
    return classes
      .map(each => each.replace(/^(?:[\w-]+(?:\[[^\]]*\])?(?:\/\w+)?:)+/, ''))
      .filter(each => physical.test(each) && !ofTheDevice.test(each))
      .map(each => `${path}: ${each}`)
  })
  expect(found).toEqual([])
})

test('what is fetched in one language alone imports nothing that waits for it', () => {
  const arabic = sources.filter(({ path }) => /\/words\/\w*[aA]rabic\w*\.ts$/.test(path))
  expect(arabic.length).toBeGreaterThan(5)
  const others = arabic.flatMap(({ path, program }) =>
    program.body.flatMap(statement =>
      statement.type === 'ImportDeclaration' &&
      statement.importKind !== 'type' &&
      !/[aA]rabic/.test(statement.source.value)
        ? [`${path}: ${statement.source.value}`]
        : [],
    ),
  )
  expect(others).toEqual([])
})
