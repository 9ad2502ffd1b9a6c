/** The command line of `pnpm chaos`. */
import { parseArgs } from 'node:util'

export const usage = `pnpm chaos [ROW...] [options]

  --short       a few seconds a row, as among the tests (the default)
  --long        minutes a row, at the loads that the report tells of
  --controls    each row also without its defence, and then it must fail
  --seed N      the same choices for the same number (1)
  --report      writes docs/reliability.md from the newest long result of every row;
                without --long nothing is run for it
  --list        only names the rows
`

/** A sentence for whoever typed the command. */
export class Misuse extends Error {
  override name = 'Misuse'
}

/** @throws {Misuse} */
export function readCommandLine(args: string[]) {
  const { values, positionals } = parsed(args)
  const seed = Number(values.seed)
  if (!Number.isInteger(seed) || seed < 0) throw new Misuse('--seed is a whole number from 0.')
  if (values.short && values.long) throw new Misuse('It is either --short or --long.')
  const size = values.long ? ('long' as const) : ('short' as const)
  return { ...values, names: positionals, seed, size }
}

function parsed(args: string[]) {
  try {
    return parseArgs({
      // `pnpm chaos -- --long` hands the two dashes on.
      args: args.filter(arg => arg !== '--'),
      allowPositionals: true,
      options: {
        short: { type: 'boolean', default: false },
        long: { type: 'boolean', default: false },
        controls: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        report: { type: 'boolean', default: false },
        list: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error)
    throw new Misuse(words.replace(/\. To specify.*/s, '.'))
  }
}
