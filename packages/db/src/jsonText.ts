/**
 * JSON as Postgres wrote it, for answers that nobody reads on the way: parsing a page and writing
 * it again costs the server more than all the rest of answering.
 */
export class JsonText<Value> {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }

  /** What it says; `JSON.stringify` asks for it, and so do types that follow JSON. */
  toJSON(): Value {
    return JSON.parse(this.text)
  }
}
