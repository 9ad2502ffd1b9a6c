import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { host } from './host/host.ts'
import { parleyUrl } from './host/parleyUrl.ts'

const socket = parleyUrl.replace(/^http/, 'ws')

/** What a page with a policy has to allow: calls and sockets to Parley, and people's pictures. */
const policy = [
  "default-src 'self'",
  `connect-src 'self' ${parleyUrl} ${socket}`,
  "img-src 'self' data: https:",
]

const port = { port: 5180, strictPort: true }

export default defineConfig({
  plugins: [react(), host()],
  server: port,
  preview: { ...port, headers: { 'content-security-policy': policy.join('; ') } },
  build: {
    // The first versions with light-dark(), which Parley's colours are written in.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    modulePreload: { polyfill: false },
  },
})
