import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Problem } from '@parley/react/parts/Problem'
import { direction } from '@parley/react/words/language'
import * as Tabs from 'radix-ui/tabs'
import { composeWords } from '../../words/composeWords.ts'
import { words } from '../../words/words.ts'
import { refusalIn } from './refusalIn.ts'
import { Section } from './Section.tsx'
import type { PreviewOf, Side } from './usePreview.ts'
import { WhoDoesNot } from './WhoDoesNot.tsx'
import { WhoGets } from './WhoGets.tsx'

interface Props {
  preview: PreviewOf
  /** It is all there, and some of it is wrong. */
  isWrong: boolean
  side: Side
  onSide: (side: Side) => void
}

const tab =
  'min-h-9 flex-1 border-transparent border-b-2 px-2 font-medium text-soft text-small hover:text-ink data-[state=active]:border-petrol data-[state=active]:text-ink touch:min-h-11'

/** Who would get what, and who would not and why. */
export function PreviewPanel({ preview, isWrong, side, onSide }: Props) {
  const { counts, error, isLoading, isFresh } = preview
  return (
    <Section title={composeWords.preview}>
      <div className={error ? 'sr-only' : 'flex min-h-6 items-center gap-2'}>
        {/* There beforehand, so that each count is read out. */}
        <p role="status" className={isFresh ? '' : 'text-soft'}>
          {counts && composeWords.counts(counts.totalReached, counts.totalFailed)}
          {!counts && isLoading && !error && composeWords.previewLoading}
          {!counts &&
            !isLoading &&
            !error &&
            composeWords[isWrong ? 'previewWrong' : 'previewEmpty']}
        </p>
        {isLoading && !error && <Busy />}
      </div>
      {error && (
        <Problem text={composeWords.refused(refusalIn(error))}>
          <Button kind="plain" className="text-danger" onClick={preview.ask}>
            {words.tryAgain}
          </Button>
        </Problem>
      )}
      {counts && (
        <Tabs.Root
          dir={direction}
          value={side}
          onValueChange={chosen => onSide(chosen === 'failed' ? 'failed' : 'reached')}
          className="flex min-w-0 flex-col gap-4"
        >
          <Tabs.List aria-label={composeWords.preview} className="flex border-line border-b">
            <Tabs.Trigger value="reached" className={tab}>
              {composeWords.reached(counts.totalReached)}
            </Tabs.Trigger>
            <Tabs.Trigger value="failed" className={tab}>
              {composeWords.failed(counts.totalFailed)}
            </Tabs.Trigger>
          </Tabs.List>
          <Tabs.Content value="reached" className="flex min-w-0 flex-col gap-4" tabIndex={-1}>
            <WhoGets preview={preview} />
          </Tabs.Content>
          <Tabs.Content value="failed" className="flex min-w-0 flex-col gap-4" tabIndex={-1}>
            <WhoDoesNot preview={preview} />
          </Tabs.Content>
        </Tabs.Root>
      )}
    </Section>
  )
}
