interface ImportMetaEnv {
  /** Where Parley is; the address that `npm start` says by default. */
  readonly VITE_PARLEY_URL?: string
}
