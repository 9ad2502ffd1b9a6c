import type { Previewed } from '@parley/protocol/bulk'
import { RichText } from '@parley/react/message/RichText'
import { Avatar } from '@parley/react/parts/Avatar'
import { Button } from '@parley/react/parts/Button'
import { useId, useState } from 'react'
import { composeWords } from '../../words/composeWords.ts'
import type { PreviewOf } from './usePreview.ts'

/** Those who would get it, and what the one who is chosen would read. */
export function WhoGets({ preview: { items, hasMore, loadMore, counts } }: { preview: PreviewOf }) {
  const name = useId()
  const [chosenId, setChosen] = useState<string>()
  // While the other side is on its way, its predecessor stands there.
  const readers = items.filter(({ text }) => text !== undefined)
  const reader = readers.find(({ userId }) => userId === chosenId) ?? readers[0]
  if (counts?.totalReached === 0) return <p className="text-soft">{composeWords.noneReached}</p>
  if (!reader) return null
  return (
    <>
      <Reading reader={reader} />
      <fieldset className="min-w-0">
        <legend className="mb-1 font-medium text-small">{composeWords.chooseReader}</legend>
        <div className="-mx-2 max-h-72 overflow-y-auto">
          {readers.map(one => (
            <label
              key={one.userId}
              className="flex min-h-11 items-center gap-3 rounded-control px-2 py-1 hover:bg-hover has-checked:bg-chosen has-focus-visible:outline-2 has-focus-visible:outline-petrol has-focus-visible:-outline-offset-2"
            >
              <input
                type="radio"
                name={name}
                checked={one === reader}
                onChange={() => setChosen(one.userId)}
                className="accent-act outline-none"
              />
              {one.user && <Avatar user={one.user} size="small" />}
              <span className="min-w-0 flex-1 truncate">
                <bdi>{nameOf(one)}</bdi>
              </span>
              {!one.conversationId && (
                <span className="text-soft text-tiny">{composeWords.newConversation}</span>
              )}
            </label>
          ))}
        </div>
        {hasMore && (
          <Button kind="quiet" className="mt-2" onClick={loadMore}>
            {composeWords.more}
          </Button>
        )}
      </fieldset>
    </>
  )
}

/** As it will stand in their conversation. */
function Reading({ reader }: { reader: Previewed }) {
  return (
    <figure className="flex flex-col gap-1.5">
      <figcaption className="font-medium text-small">
        {composeWords.reads(nameOf(reader))}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled, by keys too */}
      <div tabIndex={0} className="max-h-64 overflow-y-auto rounded-control">
        <p
          dir="auto"
          className="ms-auto w-fit max-w-[90%] whitespace-pre-wrap rounded-bubble rounded-ee-corner bg-mine px-3 py-1.5 text-on-mine"
        >
          <RichText text={reader.text ?? ''} />
        </p>
      </div>
    </figure>
  )
}

export function nameOf({ user, userId }: Previewed): string {
  return user?.name ?? userId
}
