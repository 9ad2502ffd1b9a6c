/**
 * Makes `dist/parley.css` from `src/look/parley.css`: the styles for pages that are not Parley's,
 * ready to be imported by any of them.
 */
import { fileURLToPath } from 'node:url'
import tailwindcss from '@tailwindcss/vite'
import { build, type Plugin } from 'vite'

const root = fileURLToPath(new URL('..', import.meta.url))

/** Tailwind gives its variables to the whole page; here they belong to what is embedded. */
function ownVariables(css: string): string {
  return css.replaceAll(/:root,\s*:host|:root/g, ':where(.parley)')
}

/** A page may use `rem` for something else than the size of text that people set. */
function ownRem(css: string): string {
  const declaration = /([\w-]+:)([^{};]*)(?=[;}])/g
  const length = /(?<![\w.#-])(-?\d*\.?\d+)rem\b/g
  return css.replaceAll(declaration, (whole, name: string, value: string) =>
    name === '--parley-rem:'
      ? whole
      : name + value.replaceAll(length, (_, size: string) => `calc(${size}*var(--parley-rem))`),
  )
}

const embedded: Plugin = {
  name: 'parley:embedded',
  generateBundle: {
    order: 'post',
    handler(_, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk') delete bundle[name]
        else file.source = ownRem(ownVariables(String(file.source)))
      }
    },
  },
}

await build({
  configFile: false,
  root,
  logLevel: 'warn',
  plugins: [tailwindcss(), embedded],
  build: {
    outDir: 'dist',
    // The first versions with light-dark(), which the colours of both themes are written in.
    target: ['chrome123', 'edge123', 'firefox121', 'safari17.5'],
    rolldownOptions: {
      input: 'src/look/parley.css',
      output: { assetFileNames: '[name][extname]' },
    },
  },
})
