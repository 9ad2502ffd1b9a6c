import { sendable } from '@parley/client/composer'
import type { Template } from '@parley/protocol/bulk'
import { limits } from '@parley/protocol/limits'
import { Busy } from '@parley/react/parts/Busy'
import { Button } from '@parley/react/parts/Button'
import { Field } from '@parley/react/parts/Field'
import { tell } from '@parley/react/parts/notices'
import { Problem } from '@parley/react/parts/Problem'
import { useAct } from '@parley/react/parts/useAct'
import { WaitingHint } from '@parley/react/parts/WaitingHint'
import { useClient } from '@parley/react/useClient'
import { type FormEvent, useRef, useState } from 'react'
import { bulkReportWords } from '../../words/bulkReportWords.ts'
import { words } from '../../words/words.ts'
import { Section } from '../compose/Section.tsx'
import { TextField } from '../compose/TextField.tsx'
import { problemsOf } from './problemsOf.ts'
import { TemplatePreview } from './TemplatePreview.tsx'
import { unsavedOf } from './unsaved.ts'

interface Props {
  /** Absent for a new one. */
  template: Template | undefined
  onSaved: () => void
  onClose: () => void
}

/** Writes a template, or writes it anew. */
export function EditTemplate({ template, onSaved, onClose }: Props) {
  const { api, userId } = useClient()
  const [unsaved] = useState(() => unsavedOf(userId, template))
  const [written, setWritten] = useState(
    () => unsaved.read() ?? { name: template?.name ?? '', text: template?.text ?? '' },
  )
  const { name, text } = written
  const [wasTried, setTried] = useState(false)
  const { busy, refusal, perform } = useAct()
  const form = useRef<HTMLFormElement>(null)
  const problems = problemsOf(name, text)

  function change(part: Partial<typeof written>) {
    const next = { ...written, ...part }
    setWritten(next)
    unsaved.write(next)
  }

  function giveUp() {
    unsaved.forget()
    onClose()
  }

  function submit(event: FormEvent) {
    event.preventDefault()
    setTried(true)
    if (problems.name || problems.text) {
      form.current?.querySelector<HTMLElement>(problems.name ? 'input' : 'textarea')?.focus()
      return
    }
    const input = { ...(template && { templateId: template.id }), name, text: sendable(text) }
    void perform(
      async signal => {
        await api.bulk.templates.save.mutate(input, { signal })
        unsaved.forget()
      },
      () => {
        tell(bulkReportWords.template.saved)
        onSaved()
        onClose()
      },
    )
  }
  return (
    <>
      <Section title={bulkReportWords.template.section}>
        <form ref={form} noValidate onSubmit={submit} className="flex flex-col gap-4">
          <div className="flex flex-col gap-1">
            <Field
              label={bulkReportWords.template.name}
              hint={bulkReportWords.template.nameHint}
              maxLength={limits.titleMax}
              autoComplete="off"
              aria-invalid={wasTried && problems.name !== undefined}
              value={name}
              onChange={event => change({ name: event.target.value })}
            />
            <p role="alert" className="text-danger text-small">
              {wasTried && problems.name && bulkReportWords.template.noName}
            </p>
          </div>
          <TextField
            text={text}
            issue={wasTried ? problems.text : undefined}
            onChange={next => change({ text: next })}
          >
            {undefined}
          </TextField>
          {refusal && <Problem text={bulkReportWords.failed(refusal)} />}
          <WaitingHint isBusy={busy} />
          <div className="flex flex-wrap justify-end gap-3">
            <Button kind="quiet" onClick={giveUp}>
              {words.cancel}
            </Button>
            <Button type="submit" aria-disabled={busy}>
              {busy && <Busy />}
              {bulkReportWords.template.save}
            </Button>
          </div>
        </form>
      </Section>
      <TemplatePreview text={problems.text ? undefined : sendable(text)} />
    </>
  )
}
