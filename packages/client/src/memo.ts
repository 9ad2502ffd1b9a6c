/** Hands the same result back as long as every source is the very same; they have the same names each time. */
export function memo<Sources extends object, Result>(compute: (sources: Sources) => Result) {
  let known: { sources: Sources; result: Result } | undefined
  return (sources: Sources): Result => {
    if (known && isSame(known.sources, sources)) return known.result
    known = { sources, result: compute(sources) }
    return known.result
  }
}

function isSame<Sources extends object>(a: Sources, b: Sources): boolean {
  for (const key in a) if (!Object.is(a[key], b[key])) return false
  return true
}
