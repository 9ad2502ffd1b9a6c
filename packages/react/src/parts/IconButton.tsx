import type { ComponentProps, ReactNode } from 'react'

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label'> & {
  /** What it does, in words: the icon alone says nothing to a screen reader. */
  label: string
  icon: ReactNode
  isSmall?: boolean
}

export function IconButton({ label, icon, isSmall = false, className = '', ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={`inline-flex shrink-0 items-center justify-center rounded-control text-soft transition-colors able:hover:bg-hover able:hover:text-ink able:active:bg-chosen disabled:opacity-55 touch:size-11 ${isSmall ? 'size-7' : 'size-9'} ${className}`}
      {...rest}
    >
      {icon}
    </button>
  )
}
