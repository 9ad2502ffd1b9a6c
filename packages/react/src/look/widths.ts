/** Where a second and a third column fit; the same widths as `--breakpoint-*` in tokens.css. */
export const widths = {
  two: '(min-width: 47.5rem)',
  three: '(min-width: 73.75rem)',
} as const
