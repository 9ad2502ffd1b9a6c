import { useMedia } from '@parley/react/look/useMedia'
import { widths } from '@parley/react/look/widths'
import type { ReactNode } from 'react'

export interface Column<Row> {
  name: string
  /** Numbers stand under each other. */
  isNumber?: boolean
  cell: (row: Row) => ReactNode
}

interface Props<Row> {
  name: string
  /** The first one names the row. */
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** A table; where it would not fit, a card for each of its rows. */
export function Records<Row>(props: Props<Row>) {
  return useMedia(widths.two) ? <Table {...props} /> : <Cards {...props} />
}

function Table<Row>({ name, columns, rows, keyOf }: Props<Row>) {
  return (
    <table aria-label={name} className="w-full rounded-card bg-raised text-small">
      <thead>
        <tr className="text-soft">
          {columns.map(column => (
            <th
              key={column.name}
              scope="col"
              className={`px-3 py-2 font-medium first:ps-4 last:pe-4 ${column.isNumber ? 'text-end' : 'text-start'}`}
            >
              {column.name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={keyOf(row)} className="border-line border-t">
            {columns.map(({ name: column, isNumber, cell }, at) => {
              const Cell = at === 0 ? 'th' : 'td'
              return (
                <Cell
                  key={column}
                  {...(at === 0 && { scope: 'row' })}
                  className={`px-3 py-2 font-normal first:ps-4 last:pe-4 ${isNumber ? 'text-end' : 'text-start'}`}
                >
                  {cell(row)}
                </Cell>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Cards<Row>({ name, columns, rows, keyOf }: Props<Row>) {
  return (
    <ul aria-label={name} className="flex flex-col gap-3">
      {rows.map(row => (
        <li key={keyOf(row)} className="rounded-card bg-raised p-4">
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-small">
            {columns.map(({ name: column, cell }) => (
              <div key={column} className="col-span-2 grid grid-cols-subgrid items-baseline">
                <dt className="text-soft">{column}</dt>
                <dd className="min-w-0 text-end">{cell(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
