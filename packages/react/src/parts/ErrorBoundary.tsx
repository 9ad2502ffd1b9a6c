import { Component, type ReactNode } from 'react'
import { useNavigation } from '../navigation/navigation.ts'
import { PlaceLink } from '../navigation/PlaceLink.tsx'
import { words } from '../words/words.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

interface Props {
  children: ReactNode
  /** In place of the usual words and their "Try again". */
  instead?: () => ReactNode
  onBroken?: () => void
  /** It is the list of conversations itself. */
  isHome?: boolean
}

/** Keeps what broke in one region from taking the others with it. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch() {
    this.props.onBroken?.()
  }

  override render() {
    const { children, instead, isHome = false } = this.props
    if (!this.state.broken) return children
    if (instead) return instead()
    return <Broken isHome={isHome} onAgain={() => this.setState({ broken: false })} />
  }
}

/** Where nothing else is on the page, it also says how to get away from here. */
function Broken({ isHome, onAgain }: { isHome: boolean; onAgain: () => void }) {
  const hasList = useNavigation() !== undefined
  return (
    <div role="alert" className="flex size-full min-h-0 flex-1 bg-surface">
      <EmptyState title={words.broken.title} text={words.broken.text}>
        <Button onClick={onAgain}>{words.tryAgain}</Button>
        {hasList && !isHome && (
          <PlaceLink
            to={{ at: 'list' }}
            className="text-petrol underline underline-offset-3 two:hidden"
          >
            {words.conversation.back}
          </PlaceLink>
        )}
      </EmptyState>
    </div>
  )
}
