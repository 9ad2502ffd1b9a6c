/** Where Parley is; the address that `npm start` says by default. */
export const parleyUrl = process.env.VITE_PARLEY_URL ?? 'http://127.0.0.1:4000'
