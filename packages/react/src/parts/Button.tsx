import type { ComponentProps } from 'react'

const kinds = {
  act: 'px-3.5 bg-act text-on-act able:hover:bg-act-hover',
  quiet: 'px-3.5 border border-edge bg-raised text-ink able:hover:bg-hover able:active:bg-chosen',
  danger:
    'px-3.5 border border-edge bg-raised text-danger able:hover:bg-hover able:active:bg-danger-ground',
  /** Does what cannot be taken back; everything before that is `danger`. */
  final: 'px-3.5 bg-danger text-surface able:hover:brightness-92',
  plain: 'text-petrol underline underline-offset-3 able:hover:decoration-2 able:active:text-ink',
} as const

type Props = ComponentProps<'button'> & { kind?: keyof typeof kinds }

export function Button({ kind = 'act', className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-9 items-center justify-center gap-2 rounded-control py-1.5 font-medium transition-colors disabled:opacity-55 touch:min-h-11 ${kinds[kind]} ${className}`}
      {...rest}
    />
  )
}
