import { SearchIcon } from '@parley/react/icons/SearchIcon'
import { IconButton } from '@parley/react/parts/IconButton'
import { words } from '../words/words.ts'
import { show } from './overlay.ts'

/** What Ctrl+K does, for those who tap or do not know it. */
export function FindButton() {
  return (
    <IconButton
      label={words.palette.open}
      icon={<SearchIcon />}
      aria-haspopup="dialog"
      aria-keyshortcuts="Control+K Meta+K"
      onClick={() => show('palette')}
    />
  )
}
