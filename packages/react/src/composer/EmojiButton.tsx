import { type RefObject, useEffect, useRef, useState } from 'react'
import { SmileIcon } from '../icons/SmileIcon.tsx'
import { useMedia } from '../look/useMedia.ts'
import { widths } from '../look/widths.ts'
import { fetchable } from '../parts/fetchable.ts'
import { warn } from '../parts/notices.ts'
import { words } from '../words/words.ts'
import { insertText } from './insertText.ts'

const popover = fetchable(() => import('../emoji/EmojiPopover.tsx').then(file => file.EmojiPopover))
const picker = fetchable(() => import('../emoji/EmojiPicker.tsx').then(file => file.EmojiPicker))

/** Opens the picker, beside the field or as a sheet over it, and puts in what is picked. */
export function EmojiButton({ field }: { field: RefObject<HTMLTextAreaElement | null> }) {
  const [isOpen, setOpen] = useState(false)
  /** Put in once the picker has given focus back. */
  const picked = useRef<string>(undefined)
  const isWide = useMedia(widths.two)
  const wanted = isWide ? popover : picker

  function putIn(event?: Event) {
    if (!picked.current || !field.current) return
    event?.preventDefault() // focus goes to the field instead
    insertText(field.current, picked.current)
    picked.current = undefined
  }

  // A sheet goes at once, and gives focus back a moment later.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when it closes
  useEffect(() => {
    if (isOpen || isWide) return
    const waiting = setTimeout(putIn)
    return () => clearTimeout(waiting)
  }, [isOpen, isWide])

  function open() {
    Promise.resolve(wanted.now() ?? wanted.fetch()).then(
      () => setOpen(true),
      () => warn(words.emoji.failed),
    )
  }

  const close = () => setOpen(false)
  const pick = (emoji: string) => {
    picked.current = emoji
  }
  const button = (
    <button
      type="button"
      aria-label={words.composer.emoji}
      title={words.composer.emoji}
      aria-haspopup="dialog"
      onPointerEnter={wanted.prefetch}
      onFocus={wanted.prefetch}
      onClick={isOpen ? close : open}
      className="inline-flex size-10 shrink-0 items-center justify-center rounded-control text-soft transition-colors hover:bg-hover hover:text-ink aria-expanded:text-petrol touch:size-11"
    >
      <SmileIcon />
    </button>
  )
  const Popover = isWide ? popover.now() : undefined
  const Picker = isOpen && !isWide ? picker.now() : undefined
  // Stays there once it was fetched, so that focus finds its way back to the same button.
  if (Popover)
    return (
      <Popover
        trigger={button}
        isOpen={isOpen}
        onOpenChange={setOpen}
        onPick={pick}
        onClosed={putIn}
      />
    )
  return (
    <>
      {button}
      {Picker && <Picker onPick={pick} onClose={close} focusOtherwise={field} />}
    </>
  )
}
