import { Component, type ReactNode } from 'react'
import { words } from '../words/words.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

interface Props {
  children: ReactNode
  /** In place of the usual words and their "Try again". */
  instead?: () => ReactNode
  onBroken?: () => void
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
    const { children, instead } = this.props
    if (!this.state.broken) return children
    if (instead) return instead()
    return (
      <div role="alert" className="flex size-full min-h-0 flex-1 bg-surface">
        <EmptyState title={words.broken.title} text={words.broken.text}>
          <Button onClick={() => this.setState({ broken: false })}>{words.tryAgain}</Button>
        </EmptyState>
      </div>
    )
  }
}
