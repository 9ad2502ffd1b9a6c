import { useEffect, useState } from 'react'
import { type DemoPerson, listDemoPeople } from './authHttp.ts'

/** The people of the demo; nothing while that is not known yet. */
export function useDemoPeople(): DemoPerson[] | undefined {
  const [people, setPeople] = useState<DemoPerson[]>()
  useEffect(() => {
    let isGone = false
    listDemoPeople().then(found => !isGone && setPeople(found))
    return () => {
      isGone = true
    }
  }, [])
  return people
}
