/**
 * The first of the two scripts of the page: who is here, and their conversations, are asked for
 * as soon as it has come. What shows them is twice as large, and is still on its way then.
 */
import { resume } from './account/session.ts'
import { pane } from './conversation/pane.ts'
import { routeOf } from './shell/route.ts'

void resume()
if (routeOf(location.pathname).at === 'conversation') pane.prefetch()
