import '@parley/react/look/page.css'
import { ErrorBoundary } from '@parley/react/parts/ErrorBoundary'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { resume } from './account/session.ts'
import { pane } from './conversation/pane.ts'
import { registerWorker } from './offline/registerWorker.ts'
import { watchReleases } from './shell/outdated.ts'
import { routeOf } from './shell/route.ts'
import { Stopped } from './shell/Stopped.tsx'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')

if (routeOf(location.pathname).at === 'conversation') pane.prefetch()
void resume()
registerWorker()
watchReleases()
createRoot(place).render(
  <StrictMode>
    <ErrorBoundary instead={() => <Stopped />}>
      <App />
    </ErrorBoundary>
  </StrictMode>,
)
