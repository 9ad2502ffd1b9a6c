import type { RecipientReport, Report } from '@parley/protocol/bulk'

type Page = (cursor: string | undefined) => Promise<Report>

/**
 * The whole report, page after page.
 *
 * @param onRows hears how many there are so far
 */
export async function allRows(
  read: Page,
  onRows: (rows: number) => void,
): Promise<RecipientReport[]> {
  const rows: RecipientReport[] = []
  let cursor: string | undefined
  do {
    const { items, nextCursor } = await read(cursor)
    rows.push(...items)
    onRows(rows.length)
    cursor = nextCursor
  } while (cursor !== undefined)
  return rows
}
