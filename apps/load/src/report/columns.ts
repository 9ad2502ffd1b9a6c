/** Rows as lines, in columns as wide as they need: numbers to the right, all else to the left. */
export function columns(rows: readonly (readonly string[])[]): string[] {
  const [first = []] = rows
  const shapes = first.map((_, column) => {
    const cells = rows.map(row => row[column] ?? '')
    const hasNumbers = column > 0 && cells.some(cell => /^[\d-]/.test(cell))
    return { width: Math.max(...cells.map(cell => cell.length)), hasNumbers }
  })
  return rows.map(row => {
    const cells = shapes.flatMap(({ width, hasNumbers }, column) => {
      const cell = row[column] ?? ''
      if (width === 0) return []
      return hasNumbers ? cell.padStart(width) : cell.padEnd(width)
    })
    return `  ${cells.join('  ')}`.trimEnd()
  })
}
