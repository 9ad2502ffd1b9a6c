/** The name in `/?as=NAME`, which stands there until somebody came in by it or was refused. */
export function askedPerson(): string | undefined {
  return new URL(location.href).searchParams.get('as') ?? undefined
}

export function forgetAskedPerson(): void {
  const address = new URL(location.href)
  address.searchParams.delete('as')
  history.replaceState(history.state, '', address)
}
