/**
 * Writes src/emoji/emojiLines.ts from the tables of emojibase-data (MIT), whose 49 MB nobody
 * needs who only builds the app:
 *
 *   npm pack emojibase-data@17.0.0 && tar xf emojibase-data-17.0.0.tgz
 *   node build/emojiLines.mjs package
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Of 2023: later ones are still boxes on many devices, and unknown to Node 20.19. */
const newest = 15.1
const namesMost = 3
const tagsMost = 6
const tones = ['🏻', '🏼', '🏽', '🏾', '🏿']
/** In their order on the screen; components, the third group, are no emoji of their own. */
const groups = [
  [0, 'smileys'],
  [1, 'people'],
  [3, 'nature'],
  [4, 'food'],
  [6, 'activities'],
  [5, 'travel'],
  [7, 'objects'],
  [8, 'symbols'],
  [9, 'flags'],
]

const from = process.argv[2] ?? '.'
const read = async name => JSON.parse(await readFile(join(from, 'en', `${name}.json`), 'utf8'))
const rows = (await read('data')).filter(({ version }) => version <= newest)
const books = await Promise.all(
  ['github', 'emojibase', 'iamcal'].map(name => read(`shortcodes/${name}`)),
)

const isOne = text => /^\p{RGI_Emoji}$/v.test(text)

/** As one sends it: with a variation selector only where Unicode asks for it. */
function plain(emoji) {
  const bare = emoji.replaceAll('\ufe0f', '')
  return isOne(bare) ? bare : emoji
}

/** The same as `toned` in src/emoji/skinTone.ts. */
function toned(emoji, tone) {
  return emoji.replace(
    /\p{Emoji_Modifier_Base}\ufe0f?/gu,
    person => person.replace('\ufe0f', '') + tone,
  )
}

function hasTones(emoji) {
  return /\p{Emoji_Modifier_Base}/u.test(emoji) && tones.every(tone => isOne(toned(emoji, tone)))
}

function namesOf({ hexcode }) {
  const names = books.flatMap(book => book[hexcode] ?? []).map(name => name.toLowerCase())
  return [...new Set(names)].filter(name => /^[a-z0-9_+-]+$/.test(name)).slice(0, namesMost)
}

function lineOf(row) {
  const emoji = plain(row.emoji)
  const names = namesOf(row)
  const known = new Set([
    ...names,
    ...names.flatMap(name => name.split('_')),
    ...row.label.split(' '),
  ])
  const tags = (row.tags ?? []).filter(tag => !known.has(tag)).slice(0, tagsMost)
  return [emoji, hasTones(emoji) ? 'tones' : '', names.join(' '), row.label, tags.join(' ')].join(
    '|',
  )
}

const parts = groups.map(([number, name]) => {
  const own = rows.filter(({ group }) => group === number).sort((a, b) => a.order - b.order)
  return [`# ${name}`, ...own.map(lineOf)].join('\n')
})

await writeFile(
  new URL('../src/emoji/emojiLines.ts', import.meta.url),
  `/**
 * Written by build/emojiLines.mjs from emojibase-data, (c) Miles Johnson, MIT licence. A line is
 * the emoji, whether it has skin tones, its names, what it shows, and words to find it by.
 */
export const emojiLines = \`\\
${parts.join('\n')}
\`
`,
)
