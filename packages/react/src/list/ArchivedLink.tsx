import { limits } from '@parley/protocol/limits'
import { ArchiveIcon } from '../icons/ArchiveIcon.tsx'
import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { useArchived } from '../useArchived.ts'
import { words } from '../words/words.ts'

/** The way to the archive, as long as there is something in it. */
export function ArchivedLink({ catchesFocus }: { catchesFocus: boolean }) {
  const { items } = useArchived()
  if (items.length === 0) return null
  const unread = items.reduce((sum, { unreadCount }) => sum + unreadCount, 0)
  const text = words.conversations
  return (
    <PlaceLink
      to={{ at: 'archived' }}
      {...(catchesFocus && { ref: catchFocus })}
      className="mb-1 flex min-h-11 items-center gap-3 rounded-card px-2.5 text-small text-soft -outline-offset-2 hover:bg-hover hover:text-ink"
    >
      <span className="flex w-11 justify-center">
        <ArchiveIcon />
      </span>
      <span className="flex-1 font-medium">{text.archived}</span>
      {unread > 0 && (
        <>
          <span aria-hidden="true" className="px-1.5 text-tiny">
            {text.unreadBadge(Math.min(unread, limits.unreadMax))}
          </span>
          <span className="sr-only">{text.unread(Math.min(unread, limits.unreadMax))}</span>
        </>
      )}
    </PlaceLink>
  )
}

/** Focus that went with the archive would be nowhere. */
function catchFocus(link: HTMLAnchorElement | null): void {
  if (document.activeElement === document.body) link?.focus({ preventScroll: true })
}
