import * as Radix from 'radix-ui/popover'
import type { ReactNode } from 'react'
import { useLayer } from '../parts/layer.ts'
import { useBackCloses } from '../parts/useBackCloses.ts'
import { words } from '../words/words.ts'
import { EmojiPanel } from './EmojiPanel.tsx'

interface Props {
  /** The button that it stands at. */
  trigger: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  onPick: (emoji: string) => void
  /** Before focus goes back to the button, which can be prevented. */
  onClosed: (event: Event) => void
}

/** Chooses an emoji beside what is being written. */
export function EmojiPopover({ trigger, isOpen, onOpenChange, onPick, onClosed }: Props) {
  const layer = useLayer()
  useBackCloses(isOpen, () => onOpenChange(false))
  const pick = (emoji: string) => {
    onPick(emoji)
    onOpenChange(false)
  }
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal container={layer ?? document.querySelector<HTMLElement>('main')}>
        <Radix.Content
          aria-label={words.emoji.title}
          onCloseAutoFocus={onClosed}
          side="top"
          align="start"
          sideOffset={8}
          collisionPadding={8}
          className="z-40 flex max-h-(--radix-popover-content-available-height) w-84 animate-rise data-[side=bottom]:animate-drop flex-col rounded-card border border-line bg-raised shadow-float"
        >
          <EmojiPanel onPick={pick} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  )
}
