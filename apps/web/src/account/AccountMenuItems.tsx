import { Menu, MenuChoice, MenuItem, MenuLine } from '@parley/react/parts/Menu'
import { useMe } from '@parley/react/people/useMe'
import { language, languages } from '@parley/react/words/language'
import { recipientWords } from '@parley/react/words/recipientWords'
import { type ReactNode, useState } from 'react'
import { useLocation } from 'wouter'
import {
  canChooseLanguage,
  chooseLanguage,
  isLanguage,
  languageNames,
} from '../language/chooseLanguage.ts'
import { chooseTheme, currentTheme, isTheme, themes } from '../theme/theme.ts'
import { words } from '../words/words.ts'
import { AcceptBulk } from './AcceptBulk.tsx'
import { ShowOnline } from './ShowOnline.tsx'
import { Sound } from './Sound.tsx'

const options = themes.map(value => ({ value, label: words.account.themes[value] }))
const spoken = languages.map(value => ({ value, label: languageNames[value], lang: value }))

interface Props {
  trigger: ReactNode
  /** Absent for people without a password. */
  onChangePassword: (() => void) | undefined
  onBlockedPeople: () => void
  onSignOut: () => void
}

export function AccountMenuItems({ trigger, onChangePassword, onBlockedPeople, onSignOut }: Props) {
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
      {canChooseLanguage() && (
        <>
          <MenuChoice
            label={words.account.language}
            value={language}
            options={spoken}
            onChoose={value => isLanguage(value) && chooseLanguage(value)}
          />
          <MenuLine />
        </>
      )}
      <Sound />
      <ShowOnline />
      {me?.role === 'customer' && <AcceptBulk />}
      <MenuLine />
      {me?.role === 'admin' && (
        <MenuItem onSelect={() => navigate('/admin')}>{words.admin.title}</MenuItem>
      )}
      <MenuItem onSelect={onBlockedPeople}>{recipientWords.people}</MenuItem>
      {onChangePassword && (
        <MenuItem onSelect={onChangePassword}>{words.account.changePassword}</MenuItem>
      )}
      <MenuItem onSelect={onSignOut}>{words.account.signOut}</MenuItem>
    </Menu>
  )
}
