import { Component, type ReactNode } from 'react'
import { useNavigation } from '../navigation/navigation.ts'
import { words } from '../words/words.ts'
import { BackToList } from './BackToList.tsx'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

interface Props {
  children: ReactNode
  /** In place of the usual words and their "Try again". */
  instead?: () => ReactNode
  onBroken?: () => void
  /** It is the list of conversations itself. */
  isHome?: boolean
  /** It is the page's main part. */
  isMain?: boolean
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
    const { children, instead, isHome = false, isMain = false } = this.props
    if (!this.state.broken) return children
    if (instead) return instead()
    const again = () => this.setState({ broken: false })
    const broken = <Broken isHome={isHome} isMain={isMain} onAgain={again} />
    return isMain ? <main className="flex min-w-0 flex-1">{broken}</main> : broken
  }
}

interface BrokenProps {
  isHome: boolean
  isMain: boolean
  onAgain: () => void
}

/** Where nothing else is on the page, it also says how to get away from here. */
function Broken({ isHome, isMain, onAgain }: BrokenProps) {
  const hasList = useNavigation() !== undefined
  return (
    <div
      role="alert"
      className={`flex size-full min-h-0 flex-1 ${isMain ? 'bg-ground' : 'bg-surface'}`}
    >
      <EmptyState
        heading={isMain ? 'h1' : 'h2'}
        title={words.broken.title}
        text={words.broken.text}
      >
        <Button onClick={onAgain}>{words.tryAgain}</Button>
        {hasList && !isHome && <BackToList className="two:hidden" />}
      </EmptyState>
    </div>
  )
}
