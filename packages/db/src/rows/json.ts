/**
 * Pieces of SQL that write JSON as the wire says it. Whoever puts them together with `concat`
 * relies on that it leaves out what is null, and `||` is null when a part of it is.
 */

/**
 * A moment, as `iso` writes it. Postgres drops zeros at the end of a fraction, so a microsecond
 * more keeps the milliseconds whole; what `to_char` writes costs more. The type's length cuts
 * off what is finer, and the closing quote, for less than `left` does.
 */
export function momentJson(column: string): string {
  return `to_json((${column} at time zone 'UTC') + interval '1 microsecond')::varchar(24) || 'Z"'`
}

/** A field that is left out when its value, which is JSON, is null. */
export function optional(name: string, json: string): string {
  return `',"${name}":' || (${json})::text`
}
