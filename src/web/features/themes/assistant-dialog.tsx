import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ThemeRow } from '../../../journey/methods/themes.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { askedBy } from '../explore/asked.ts'
import { useDefinition, useExplore } from '../explore/use-explore.ts'
import { previewOf, type ThemeActions } from './theme-queries.ts'

export interface AssistantProps {
  readonly theme: ThemeRow
  readonly actions: ThemeActions
  readonly onClose: () => void
}

/** Shows exactly what would be sent to the model; nothing goes before a person says so. */
export function AssistantDialog({ theme, actions, onClose }: AssistantProps) {
  const [use, setUse] = useState<'theme-name' | 'theme-summary'>('theme-name')
  const { search } = useExplore()
  const { events, journeys } = askedBy(search)
  const { definition } = useDefinition()
  const body = {
    use,
    theme: theme.id,
    ...(events && { events }),
    ...(journeys && { journeys }),
    ...(definition === undefined ? {} : { definition }),
  }
  const preview = useQuery({
    queryKey: ['themes', 'preview', body],
    queryFn: ({ signal }) => previewOf(body, signal),
    staleTime: 0,
    retry: false,
  })
  return (
    <Dialog title="Ask the model" isOpen onClose={onClose} wide>
      <div className="stack">
        <SelectField
          label="To write"
          value={use}
          choices={[
            { value: 'theme-name', label: 'A name for this theme' },
            { value: 'theme-summary', label: 'A summary of this theme' },
          ]}
          onChange={(value) => setUse(value === 'theme-summary' ? 'theme-summary' : 'theme-name')}
        />
        <Loaded query={preview} rows={6}>
          {({ body: text, digest, host, model, masked, texts }) => (
            <>
              <p className="soft">
                This goes to <strong>{host}</strong> ({model}), with {texts} texts. {maskedWords(masked)} Read it: a name that nobody knows
                of may still be in it.
              </p>
              <textarea className="control theme-sent" readOnly rows={12} aria-label="What would be sent" value={text} />
              {actions.send.error ? <ProblemNotice error={actions.send.error} /> : null}
              <Button
                look="primary"
                isDisabled={actions.send.isPending}
                onPress={() => actions.send.mutate({ ...body, digest }, { onSuccess: onClose })}
              >
                {actions.send.isPending ? 'Waiting for the answer…' : 'Send this'}
              </Button>
            </>
          )}
        </Loaded>
      </div>
    </Dialog>
  )
}

function maskedWords(masked: Readonly<Record<string, number>>): string {
  const parts = Object.entries(masked).map(([kind, count]) => `${kind} ×${count}`)
  return parts.length === 0 ? 'Nothing had to be masked.' : `Masked: ${parts.join(', ')}.`
}
