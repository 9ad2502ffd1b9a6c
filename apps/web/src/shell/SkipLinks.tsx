import { words } from '../words/words.ts'

/** The first that Tab reaches: past the list, to what one came for. */
export function SkipLinks({ isConversation }: { isConversation: boolean }) {
  if (!isConversation) return <Skip to="main h1, main h2" label={words.shell.toContent} />
  return (
    <>
      <Skip to="main textarea" label={words.shell.toComposer} />
      <Skip to='main [role="log"]' label={words.shell.toMessages} />
    </>
  )
}

function Skip({ to, label }: { to: string; label: string }) {
  function skip() {
    const place = document.querySelector<HTMLElement>(to)
    if (!place) return
    if (place.tabIndex < 0) place.tabIndex = -1
    place.focus()
  }
  return (
    <button
      type="button"
      onClick={skip}
      className="sr-only focus:not-sr-only focus:fixed focus:start-3 focus:top-3 focus:z-50 focus:rounded-control focus:bg-act focus:px-4 focus:py-2 focus:font-medium focus:text-on-act focus:shadow-float"
    >
      {label}
    </button>
  )
}
