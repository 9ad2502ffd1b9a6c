// biome-ignore-all lint/a11y/useSemanticElements: rows of a table cannot be placed one by one
// biome-ignore-all lint/a11y/useFocusableInteractive: focus stays in the search, which says what is active
import type { Virtualizer } from '@tanstack/react-virtual'
import { words } from '../words/words.ts'
import type { EmojiRow, Shown } from './emojiRows.ts'
import type { Cell } from './gridWalk.ts'

interface Props {
  id: string
  rows: readonly EmojiRow[]
  columns: number
  virtualizer: Virtualizer<HTMLDivElement, Element>
  /** The one that Enter takes. */
  active: Cell | undefined
  onPoint: (cell: Cell) => void
  onPick: (shown: Shown) => void
}

export function cellId(gridId: string, { row, column }: Cell): string {
  return `${gridId}-${row}-${column}`
}

/** The rows in and near the view. */
export function EmojiGrid({ id, rows, columns, virtualizer, active, onPoint, onPick }: Props) {
  return (
    <div
      id={id}
      role="grid"
      aria-label={words.emoji.title}
      aria-rowcount={rows.length}
      className="relative"
      style={{ height: virtualizer.getTotalSize() }}
    >
      {virtualizer.getVirtualItems().map(({ key, index, start, size }) => {
        const row = rows[index]
        if (!row) return null
        const place = {
          transform: `translateY(${start}px)`,
          height: size,
          gridTemplateColumns: `repeat(${row.kind === 'head' ? 1 : columns}, minmax(0, 1fr))`,
        }
        return (
          <div
            key={key}
            role="row"
            aria-rowindex={index + 1}
            className="absolute inset-x-0 top-0 grid items-center"
            style={place}
          >
            {row.kind === 'head' ? (
              <span role="rowheader" className="px-1 pt-1 font-medium text-small text-soft">
                {words.emoji.groups[row.section]}
              </span>
            ) : (
              row.shown.map((shown, column) => (
                <EmojiCell
                  key={shown.emoji}
                  id={cellId(id, { row: index, column })}
                  shown={shown}
                  isActive={active?.row === index && active.column === column}
                  onPoint={() => onPoint({ row: index, column })}
                  onPick={() => onPick(shown)}
                />
              ))
            )}
          </div>
        )
      })}
    </div>
  )
}

interface CellProps {
  id: string
  shown: Shown
  isActive: boolean
  onPoint: () => void
  onPick: () => void
}

/** Keys stay with the search, which says what is active; a pointer picks here. */
function EmojiCell({ id, shown, isActive, onPoint, onPick }: CellProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Enter in the search picks what is active
    <span
      id={id}
      role="gridcell"
      aria-label={shown.label}
      aria-selected={isActive}
      lang="en"
      title={shown.name && `:${shown.name}:`}
      onPointerMove={isActive ? undefined : onPoint}
      onMouseDown={event => event.preventDefault()}
      onClick={onPick}
      className={`flex h-9 cursor-pointer select-none items-center justify-center rounded-control font-emoji text-title touch:h-11 ${isActive ? 'bg-chosen outline-2 outline-petrol -outline-offset-2' : ''}`}
    >
      {shown.emoji}
    </span>
  )
}
