import type { ComponentProps } from 'react'
import { SearchIcon } from '../icons/SearchIcon.tsx'

/** A field for what one looks for, with the glass that says so; its edge and height are the caller's. */
export function SearchField({ className = '', ...input }: ComponentProps<'input'>) {
  return (
    <span className="relative flex min-w-0 flex-1">
      <span className="pointer-events-none absolute inset-y-0 start-3 flex items-center text-soft">
        <SearchIcon />
      </span>
      <input
        autoComplete="off"
        className={`min-w-0 flex-1 ps-10 pe-3 placeholder:truncate placeholder:text-soft ${className}`}
        {...input}
      />
    </span>
  )
}
