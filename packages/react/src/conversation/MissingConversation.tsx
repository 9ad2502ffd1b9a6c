import { type ReactNode, useEffect } from 'react'
import { useNavigation } from '../navigation/navigation.ts'
import { BackToList } from '../parts/BackToList.tsx'
import { EmptyState } from '../parts/EmptyState.tsx'
import { words } from '../words/words.ts'

interface Props {
  isMain: boolean | undefined
  /** The title of the group that stood here, empty for one without. */
  was?: string | undefined
  /** Told what the screen says. */
  onNamed?: ((name: string) => void) | undefined
  /** What is left of it. */
  children?: ReactNode
}

/** There is none of this id, or one is not in it any more. */
export function MissingConversation({ isMain, was, onNamed, children }: Props) {
  const hasList = useNavigation() !== undefined
  const { missing, missingText } = words.conversation
  const told =
    was === undefined
      ? { title: missing, text: missingText }
      : { title: words.group.gone(was), text: words.group.goneText }
  useEffect(() => onNamed?.(told.title), [told.title, onNamed])
  return (
    <EmptyState heading={isMain ? 'h1' : 'h2'} {...told} catchesFocus>
      {hasList && <BackToList />}
      {children}
    </EmptyState>
  )
}
