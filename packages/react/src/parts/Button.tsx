import type { ComponentProps } from 'react'

const kinds = {
  act: 'px-3.5 bg-act text-on-act hover:bg-act-hover disabled:opacity-55',
  quiet: 'px-3.5 border border-edge bg-raised text-ink hover:bg-hover disabled:opacity-55',
  danger: 'px-3.5 border border-edge bg-raised text-danger hover:bg-hover disabled:opacity-55',
  plain: 'text-petrol underline underline-offset-3 hover:decoration-2',
} as const

type Props = ComponentProps<'button'> & { kind?: keyof typeof kinds }

export function Button({ kind = 'act', className = '', type = 'button', ...rest }: Props) {
  return (
    <button
      type={type}
      className={`inline-flex min-h-9 items-center justify-center gap-2 rounded-control py-1.5 font-medium transition-colors touch:min-h-11 ${kinds[kind]} ${className}`}
      {...rest}
    />
  )
}
