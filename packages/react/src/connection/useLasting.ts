import { useEffect, useState } from 'react'

/** Whether something has held for longer than so many milliseconds. */
export function useLasting(holds: boolean, ms: number): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!holds) return
    const timer = setTimeout(() => setLong(true), ms)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [holds, ms])
  return isLong && holds
}
