import { Mark } from '@parley/react/icons/Mark'
import { Button } from '@parley/react/parts/Button'
import { Problem } from '@parley/react/parts/Problem'
import { useEffect, useState } from 'react'
import { LanguageChoice } from '../language/LanguageChoice.tsx'
import { registerWorker } from '../offline/registerWorker.ts'
import { words } from '../words/words.ts'
import { DemoPeople } from './DemoPeople.tsx'
import { SignInForm } from './SignInForm.tsx'
import { SignUpForm } from './SignUpForm.tsx'
import { useDemoPeople } from './useDemoPeople.ts'

export function SignInScreen({ notice }: { notice: string | undefined }) {
  const people = useDemoPeople()
  useEffect(() => {
    if (people) registerWorker()
  }, [people])
  return (
    <main className="flex h-full flex-col overflow-y-auto bg-surface two:flex-row">
      <Sign />
      <div className="flex flex-1 justify-center px-5 py-8 two:overflow-y-auto two:py-8">
        {/* All at once, so that nothing is pushed away from under a finger. */}
        {people && (
          <div className="flex w-full max-w-96 animate-appear flex-col gap-6 two:my-auto">
            {notice && <Problem text={notice} />}
            {people.length > 0 && <DemoPeople people={people} />}
            <OwnAccount />
            <LanguageChoice />
          </div>
        )}
      </div>
    </main>
  )
}

function OwnAccount() {
  const [isNew, setNew] = useState(false)
  return (
    <section className="flex flex-col gap-4">
      <h2 className="font-semibold text-large">
        {isNew ? words.signUp.title : words.signIn.ownTitle}
      </h2>
      {isNew ? <SignUpForm /> : <SignInForm />}
      <Button kind="plain" className="self-start" onClick={() => setNew(!isNew)}>
        {isNew ? words.signUp.toSignIn : words.signIn.toSignUp}
      </Button>
    </section>
  )
}

function Sign() {
  return (
    <header className="relative flex shrink-0 flex-col justify-between gap-8 overflow-hidden bg-mine px-6 py-8 text-on-mine two:w-[42%] two:max-w-[34rem] two:px-6 three:px-12 two:py-14">
      <p className="flex items-center gap-3 font-semibold text-large tracking-tight rtl:tracking-normal">
        <span className="rounded-control bg-surface p-1.5">
          <Mark size={24} />
        </span>
        {words.app}
      </p>
      <div className="flex flex-col gap-4">
        <h1 className="max-w-[12ch] text-balance font-semibold text-sign tracking-tight rtl:tracking-normal">
          {words.claim}
        </h1>
        <p className="max-w-[34ch] text-on-mine-soft">{words.about}</p>
      </div>
      <Facing />
    </header>
  )
}

/** Two who speak, drawn large. */
function Facing() {
  return (
    <div aria-hidden="true" className="hidden h-40 two:block">
      <div className="h-16 w-3/5 rounded-bubble rounded-es-corner bg-mine-deep" />
      <div className="-mt-5 ms-auto h-20 w-3/5 rounded-bubble rounded-ee-corner bg-marigold" />
    </div>
  )
}
