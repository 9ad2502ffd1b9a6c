import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import { Menu, MenuChoice, MenuItem, MenuLine } from '../parts/Menu.tsx'
import { chooseTheme, currentTheme, isTheme, themes } from '../theme/theme.ts'
import { words } from '../words/words.ts'
import { ShowOnline } from './ShowOnline.tsx'
import { useMe } from './useMe.ts'

const options = themes.map(value => ({ value, label: words.account.themes[value] }))

interface Props {
  trigger: ReactNode
  /** Absent for people without a password. */
  onChangePassword: (() => void) | undefined
  onSignOut: () => void
}

export function AccountMenuItems({ trigger, onChangePassword, onSignOut }: Props) {
  const me = useMe()
  const [, navigate] = useLocation()
  const [theme, setTheme] = useState(currentTheme)
  function choose(value: string) {
    if (!isTheme(value)) return
    chooseTheme(value)
    setTheme(value)
  }
  return (
    <Menu trigger={trigger} landmark="nav">
      <MenuChoice label={words.account.theme} value={theme} options={options} onChoose={choose} />
      <MenuLine />
      <ShowOnline />
      <MenuLine />
      {me?.role === 'admin' && (
        <MenuItem onSelect={() => navigate('/admin')}>{words.admin.title}</MenuItem>
      )}
      {onChangePassword && (
        <MenuItem onSelect={onChangePassword}>{words.account.changePassword}</MenuItem>
      )}
      <MenuItem onSelect={onSignOut}>{words.account.signOut}</MenuItem>
    </Menu>
  )
}
