import { type FormEvent, useState } from 'react'

/** A form's way: one submission at a time, and what went wrong with the last one, in words. */
export function useSubmission(
  act: (fields: FormData) => Promise<void>,
  inWords: (error: unknown) => string,
) {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string>()

  async function onSubmit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (busy) return
    setBusy(true)
    setProblem(undefined)
    try {
      await act(new FormData(event.currentTarget))
    } catch (error) {
      setProblem(inWords(error))
    } finally {
      setBusy(false)
    }
  }

  return { busy, problem, onSubmit }
}

export function fieldOf(fields: FormData, name: string): string {
  const value = fields.get(name)
  return typeof value === 'string' ? value : ''
}
