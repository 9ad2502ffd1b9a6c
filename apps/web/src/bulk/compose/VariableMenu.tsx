import { type Variable, variables } from '@parley/protocol/template'
import { PlusIcon } from '@parley/react/icons/PlusIcon'
import { Button } from '@parley/react/parts/Button'
import { Menu, MenuItem } from '@parley/react/parts/Menu'
import { useRef, useState } from 'react'
import { composeWords } from '../../words/composeWords.ts'

/** What differs from one to the next, in words; chosen, it stands where the cursor was. */
export function VariableMenu({ onChoose }: { onChoose: (variable: Variable) => void }) {
  const [isWanted, setWanted] = useState(false)
  const hasChosen = useRef(false)

  const button = (
    <Button kind="quiet" aria-haspopup="menu" onClick={() => setWanted(true)}>
      <PlusIcon />
      {composeWords.insert}
    </Button>
  )
  if (!isWanted) return button

  return (
    <Menu
      trigger={button}
      landmark="main"
      onClosed={event => {
        // Then it goes to the text.
        if (hasChosen.current) event.preventDefault()
        hasChosen.current = false
      }}
    >
      {variables.map(variable => (
        <MenuItem
          key={variable}
          onSelect={() => {
            hasChosen.current = true
            onChoose(variable)
          }}
        >
          <span className="flex flex-col py-1">
            {composeWords.variables[variable]}
            <span className="text-soft text-tiny">{`{{${variable}}}`}</span>
          </span>
        </MenuItem>
      ))}
    </Menu>
  )
}
