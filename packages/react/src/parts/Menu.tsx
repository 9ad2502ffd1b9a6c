/**
 * A menu at its button. Only lazily loaded files import it. Not modal: a modal one would lock
 * the page's scrolling with a style element.
 */
import * as Radix from 'radix-ui/dropdown-menu'
import { type ReactNode, useState } from 'react'
import { TickIcon } from '../icons/TickIcon.tsx'
import { direction } from '../words/language.ts'
import { useLayer } from './layer.ts'
import { useBackCloses } from './useBackCloses.ts'

interface Props {
  /** The button that it belongs to; it is open from the start, since that is why it was fetched. */
  trigger: ReactNode
  /** Where it stands in the page, so that it is found there by those who go by landmarks. */
  landmark: 'main' | 'nav'
  align?: 'start' | 'end'
  /** Where focus goes when it closes, instead of back to the button. */
  onClosed?: (event: Event) => void
  children: ReactNode
}

export function Menu({ trigger, landmark, align = 'start', onClosed, children }: Props) {
  const layer = useLayer()
  const [isOpen, setOpen] = useState(true)
  useBackCloses(isOpen, () => setOpen(false))
  return (
    <Radix.Root open={isOpen} onOpenChange={setOpen} modal={false} dir={direction}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={layer ?? document.querySelector<HTMLElement>(landmark)}>
        <Radix.Content
          align={align}
          sideOffset={4}
          collisionPadding={8}
          {...(onClosed && { onCloseAutoFocus: onClosed })}
          className="z-40 max-h-(--radix-dropdown-menu-content-available-height) min-w-48 animate-drop data-[side=top]:animate-rise overflow-y-auto rounded-control border border-line bg-raised p-1 shadow-float"
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}

const item =
  'flex min-h-9 items-center gap-2.5 rounded-item px-2.5 text-start -outline-offset-2 focus-visible:outline-hidden data-disabled:opacity-55 data-highlighted:bg-chosen touch:min-h-11'

interface ItemProps {
  icon?: ReactNode
  isDanger?: boolean
  onSelect: () => void
  children: ReactNode
}

export function MenuItem({ icon, isDanger = false, onSelect, children }: ItemProps) {
  return (
    <Radix.Item className={`${item} ${isDanger ? 'text-danger' : ''}`} onSelect={onSelect}>
      {icon}
      {children}
    </Radix.Item>
  )
}

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string; lang?: string }[]
  onChoose: (value: string) => void
}

/** One of several, with a dot at the chosen one. */
export function MenuChoice<Value extends string>({
  label,
  value,
  options,
  onChoose,
}: ChoiceProps<Value>) {
  return (
    <Radix.RadioGroup aria-label={label} value={value} onValueChange={onChoose}>
      <Radix.Label className="px-2.5 pt-1.5 pb-1 text-soft text-tiny">{label}</Radix.Label>
      {options.map(option => (
        <Radix.RadioItem
          key={option.value}
          value={option.value}
          lang={option.lang}
          className={item}
        >
          <span className="flex size-4 items-center justify-center rounded-full border border-edge">
            <Radix.ItemIndicator className="size-2 rounded-full bg-act" />
          </span>
          {option.label}
        </Radix.RadioItem>
      ))}
    </Radix.RadioGroup>
  )
}

interface SwitchProps {
  label: string
  hint: string
  isOn: boolean
  disabled: boolean
  onSwitch: (isOn: boolean) => void
}

/** On or off; the menu stays, so that one sees what became of it. */
export function MenuSwitch({ label, hint, isOn, disabled, onSwitch }: SwitchProps) {
  return (
    <Radix.CheckboxItem
      checked={isOn}
      disabled={disabled}
      onCheckedChange={onSwitch}
      onSelect={event => event.preventDefault()}
      className="group/switch flex max-w-64 items-start gap-2.5 rounded-item px-2.5 py-2 text-start -outline-offset-2 focus-visible:outline-hidden data-disabled:opacity-55 data-highlighted:bg-chosen"
    >
      <span className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-corner border border-edge text-on-act group-data-[state=checked]/switch:border-act group-data-[state=checked]/switch:bg-act">
        <Radix.ItemIndicator>
          <TickIcon />
        </Radix.ItemIndicator>
      </span>
      <span className="flex flex-col">
        {label}
        <span className="text-soft text-tiny">{hint}</span>
      </span>
    </Radix.CheckboxItem>
  )
}

export function MenuLine() {
  return <Radix.Separator className="my-1 h-px bg-line" />
}
