/**
 * What a conversation is shown with, a sixth of the app: fetched beside the rest where it is what
 * the address leads to, otherwise once the list is there, so that a click finds it.
 */
import { fetchable } from '@parley/react/parts/fetchable'

export const pane = fetchable(() =>
  import('@parley/react/conversation/ConversationPane').then(file => file.ConversationPane),
)
