import { Component, type ReactNode } from 'react'
import { words } from '../words/words.ts'
import { Button } from './Button.tsx'
import { EmptyState } from './EmptyState.tsx'

interface Props {
  children: ReactNode
}

/** Keeps what broke in one region from taking the others with it. */
export class ErrorBoundary extends Component<Props, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override render() {
    if (!this.state.broken) return this.props.children
    return (
      <div role="alert" className="flex size-full min-h-0 flex-1 bg-surface">
        <EmptyState title={words.broken.title} text={words.broken.text}>
          <Button onClick={() => this.setState({ broken: false })}>{words.tryAgain}</Button>
        </EmptyState>
      </div>
    )
  }
}
