/** The second script of the page: shows what the first one, `begin.ts`, has asked for. */
import '@parley/react/look/page.css'
import { ErrorBoundary } from '@parley/react/parts/ErrorBoundary'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { watchReleases } from './shell/outdated.ts'
import { Stopped } from './shell/Stopped.tsx'

const place = document.getElementById('app')
if (!place) throw new Error('index.html has no #app')

watchReleases()
createRoot(place).render(
  <StrictMode>
    <ErrorBoundary instead={() => <Stopped />}>
      <App />
    </ErrorBoundary>
  </StrictMode>,
)
