/** What stands under /bulk, fetched together: one goes from each of these to the others. */

import { NothingHere } from '@parley/react/parts/NothingHere'
import { Route, Switch } from 'wouter'
import { words } from '../words/words.ts'
import { ComposeScreen } from './compose/ComposeScreen.tsx'
import { HistoryScreen } from './history/HistoryScreen.tsx'
import { BroadcastScreen } from './report/BroadcastScreen.tsx'
import { TemplatesScreen } from './templates/TemplatesScreen.tsx'

export function BulkScreens() {
  return (
    <Switch>
      <Route path="/bulk">
        <HistoryScreen />
      </Route>
      <Route path="/bulk/new">
        <ComposeScreen />
      </Route>
      <Route path="/bulk/templates">
        <TemplatesScreen />
      </Route>
      <Route path="/bulk/:id">{({ id }) => <BroadcastScreen key={id} id={id} />}</Route>
      <Route>
        <NothingHere {...words.nothingHere} />
      </Route>
    </Switch>
  )
}
