import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig, type Rolldown } from 'vite'
import { firstLoadBudget } from './build/firstLoadBudget.ts'
import { precompress } from './build/precompress.ts'
import { serviceWorker } from './build/serviceWorker.ts'

const server = 'http://127.0.0.1:4000'

const groups = [
  // Runs while the next one is on its way: the page names both, in this order.
  { name: 'begin', test: /\/src\/begin\.ts$/ },
  // Since the words may wait for their language, bundling would leave them and much else of the
  // first load apart from the rest: two dozen files more, and 10 KiB.
  { name: 'first', tags: ['$initial'] },
  // With all that it needs besides, instead of a dozen small files.
  { name: 'conversation', test: /\/conversation\/ConversationPane\.tsx$/ },
  // What the first load waits for in Arabic, in one go.
  { name: 'arabic', test: /\/words\/(arabic|arabicText|recipientArabic)\.ts$/ },
] satisfies Rolldown.CodeSplittingGroup[]

export default defineConfig({
  plugins: [
    react(),
    tailwindcss(),
    firstLoadBudget({ kibibytes: 200 }),
    serviceWorker({ entry: 'src/worker/sw.ts' }),
    precompress(),
  ],
  server: {
    proxy: {
      // As if the page came from the server itself, which refuses pages from elsewhere.
      '/trpc': { target: server, ws: true, headers: { origin: server } },
      '/auth': { target: server, headers: { origin: server } },
    },
  },
  build: {
    // The first versions with light-dark(), which the colours of both themes are written in.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
    // The content security policy has no room for data: addresses.
    assetsInlineLimit: 0,
    // The first load has a budget of its own.
    chunkSizeWarningLimit: 1000,
    rolldownOptions: { output: { codeSplitting: { groups } } },
  },
})
