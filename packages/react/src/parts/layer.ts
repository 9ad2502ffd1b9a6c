import { createContext, useContext } from 'react'

interface Layer {
  /** Nothing in the moment before the part stands on the page. */
  place: HTMLElement | null
}

/** There within a part of somebody else's page, not on a page that is Parley's own. */
export const LayerContext = createContext<Layer | undefined>(undefined)

/** Where dialogs and menus go, where that is not the page itself. */
export function useLayer(): HTMLElement | undefined {
  return useContext(LayerContext)?.place ?? undefined
}

/** Whether this is a part of somebody else's page: focus and scrolling are not its own. */
export function useIsEmbedded(): boolean {
  return useContext(LayerContext) !== undefined
}
