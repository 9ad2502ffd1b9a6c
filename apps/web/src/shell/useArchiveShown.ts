import { useClient } from '@parley/react/useClient'
import { useState } from 'react'
import { useLocation } from 'wouter'

/**
 * Whether the column shows the archive: from its address on, also while one reads what was
 * opened from it, until one goes elsewhere.
 */
export function useArchiveShown(chosenId: string | undefined) {
  const client = useClient()
  const [path, navigate] = useLocation()
  const [state, setState] = useState({ path, isShown: path === archived, wasLeft: false })
  if (path !== state.path) {
    const isArchived = client.archived.get().items.some(({ id }) => id === chosenId)
    const isShown = path === archived || (state.isShown && isArchived)
    setState({ path, isShown, wasLeft: state.isShown && !isShown })
  }
  return {
    isShown: state.isShown,
    /** The list stands in its place, and looks after the focus. */
    wasLeft: state.wasLeft,
    /** What is read beside it stays. */
    leave() {
      if (path === archived) navigate('/')
      else setState({ path, isShown: false, wasLeft: true })
    },
  }
}

const archived = '/archived'
