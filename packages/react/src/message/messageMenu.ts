import { fetchable } from '../parts/fetchable.ts'

/** What can be done with a message, fetched when the first menu is wanted. */
export const messageMenu = fetchable(() =>
  import('./MessageMenuItems.tsx').then(file => file.MessageMenuItems),
)
