import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

/** How much contrast a pair needs, by what it is for. */
const needed = { text: 4.5, control: 3, sign: 3 } as const
const themes = ['light', 'dark'] as const

function read(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8')
}

type Colour = Record<(typeof themes)[number], string>

/** The opaque colours of tokens.css. */
function colours(): Map<string, Colour> {
  const value = /--color-([\w-]+): (?:light-dark\((#\w{6}), (#\w{6})\)|(#\w{6}));/g
  const found = [...read('tokens.css').matchAll(value)]
  return new Map(
    found.map(([, name = '', light, dark, both = '']) => [
      name,
      { light: light ?? both, dark: dark ?? both },
    ]),
  )
}

/** By WCAG 2: how bright it is to the eye, from 0 to 1. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map(at => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [less = 0, more = 0] = [luminance(one), luminance(other)].toSorted((a, b) => a - b)
  return (more + 0.05) / (less + 0.05)
}

const rows = [
  ...read('../../../../docs/design.md').matchAll(
    /^\| `([\w-]+)` on `([\w-]+)` \| (\w+) \| ([\d.]+) \| ([\d.]+) \|$/gm,
  ),
].map(([, over = '', under = '', what = '', light = '', dark = '']) => ({
  over,
  under,
  what,
  light,
  dark,
}))

const known = colours()

test('docs/design.md says which colours meet', () => {
  expect(rows.length).toBeGreaterThan(50)
})

test.for(rows)('$over on $under has the contrast of $what that is told', row => {
  const { over, under, what } = row
  const needs = what === 'text' || what === 'control' || what === 'sign' ? needed[what] : undefined
  expect(needs, what).toBeDefined()
  for (const theme of themes) {
    const [one, other] = [known.get(over)?.[theme], known.get(under)?.[theme]]
    if (!one || !other) throw new Error(`tokens.css has no ${over} or no ${under}`)
    const is = contrast(one, other)
    expect(is, theme).toBeGreaterThanOrEqual(needs ?? 21)
    // Rounded down, so that no figure is better than the truth.
    expect(row[theme], theme).toBe((Math.floor(is * 10) / 10).toFixed(1))
  }
})
