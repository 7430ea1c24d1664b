import { useState } from 'react'
import { formatRate } from '../../../exports/format.ts'
import type { ThemeRow } from '../../../journey/methods/themes.ts'
import type { ThemeDecision } from '../../../journey/theme-decision.ts'
import { AgoTime } from '../../ui/ago-time.tsx'
import { Button } from '../../ui/button.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { AssistantDialog } from './assistant-dialog.tsx'
import { MergeTheme, RenameTheme } from './theme-dialogs.tsx'
import { Feeling } from './theme-feeling.tsx'
import { anchorOf, type ThemeActions } from './theme-queries.ts'
import { ThemeSpark } from './theme-spark.tsx'
import type { OpenedTexts } from './theme-texts-dialog.tsx'

export interface ThemeCardProps {
  readonly theme: ThemeRow
  readonly others: readonly ThemeRow[]
  readonly proposals: readonly ThemeDecision[]
  readonly bucket: 'week' | 'month'
  readonly touchpoint: string | undefined
  readonly actions: ThemeActions
  readonly may: boolean
  readonly model: boolean
  readonly onOpen: (opened: OpenedTexts) => void
}

export function ThemeCard(props: ThemeCardProps) {
  const { theme, proposals, bucket, touchpoint, actions, may, onOpen } = props
  const only = touchpoint === undefined ? {} : { touchpoints: [touchpoint] }
  return (
    <li className="panel theme" data-excluded={theme.excluded || undefined}>
      <div className="theme-head">
        <div>
          <h2>{theme.name}</h2>
          <p className="faint small">
            {theme.namedBy === 'person'
              ? 'Named by a person. '
              : theme.namedBy === 'model'
                ? 'Name written by a model, accepted by a person. '
                : ''}
            {theme.keyphrases.map(({ phrase }) => phrase).join(' · ')}
          </p>
        </div>
        <ThemeSpark
          trend={theme.trend}
          bucket={bucket}
          onOpen={(start) => onOpen({ theme: theme.id, start, bucket, label: `${theme.name}: one ${bucket}`, ...only })}
        />
      </div>
      <p className="row theme-numbers">
        <span>
          <NumberButton
            value={theme.texts}
            label={`texts about ${theme.name}`}
            onOpen={() => onOpen({ theme: theme.id, label: theme.name, ...only })}
          />{' '}
          texts ({formatRate(theme.share)}){theme.tooFew ? ', too few to tell much' : ''}
        </span>
        <span>
          <NumberButton
            value={theme.customers}
            label={`customers who wrote about ${theme.name}`}
            onOpen={() => onOpen({ theme: theme.id, each: 'customer', label: `${theme.name}: the newest text of each customer`, ...only })}
          />{' '}
          customers
        </span>
        <Feeling label="scores" feeling={theme.scores} />
        <Feeling label="words" feeling={theme.words} />
      </p>
      <Places {...props} />
      {theme.summary ? (
        <p>
          {theme.summary.text}{' '}
          <span className="faint small">
            {theme.summary.writtenBy === 'model' ? 'Written by a model, accepted by' : 'Written by'} {theme.summary.acceptedBy},{' '}
            <AgoTime at={theme.summary.at} />
          </span>
        </p>
      ) : null}
      {theme.verbatims.slice(0, 2).map((one) => (
        <blockquote key={`${one.file} ${one.line} ${one.text}`} title={`${one.file}, line ${one.line}`}>
          {one.text}
        </blockquote>
      ))}
      {proposals.map((proposal) => (
        <Proposal key={proposal.id} proposal={proposal} actions={actions} may={may} />
      ))}
      {may ? <Actions {...props} /> : null}
    </li>
  )
}

function Places({ theme, touchpoint, onOpen }: ThemeCardProps) {
  if (theme.touchpoints.length === 0 || touchpoint !== undefined) return null
  return (
    <p className="row small theme-places">
      {theme.touchpoints.slice(0, 4).map((place) => (
        <span key={place.touchpoint}>
          {place.touchpoint}{' '}
          <NumberButton
            value={place.texts}
            label={`texts about ${theme.name} at ${place.touchpoint}`}
            onOpen={() => onOpen({ theme: theme.id, touchpoints: [place.touchpoint], label: `${theme.name} at ${place.touchpoint}` })}
          />
        </span>
      ))}
      {theme.touchpoints.length > 4 ? <span className="faint">and {theme.touchpoints.length - 4} more places</span> : null}
    </p>
  )
}

/** What a model wrote stands apart until a person accepts it. */
function Proposal({ proposal, actions, may }: { readonly proposal: ThemeDecision; readonly actions: ThemeActions; readonly may: boolean }) {
  const { change, id, model } = proposal
  const text = change.kind === 'rename' ? change.name : change.kind === 'summary' ? change.text : ''
  return (
    <div className="theme-proposal">
      <p className="small soft">Written by a model ({model}), not accepted yet</p>
      <p>{text}</p>
      {may ? (
        <p className="row">
          <Button small look="primary" onPress={() => actions.turn.mutate({ id, to: 'accept' })}>
            Accept {change.kind === 'rename' ? 'the name' : 'the summary'}
          </Button>
          <Button small onPress={() => actions.turn.mutate({ id, to: 'undo' })}>
            Turn down
          </Button>
        </p>
      ) : null}
    </div>
  )
}

function Actions({ theme, others, actions, model }: ThemeCardProps) {
  const [open, setOpen] = useState<'rename' | 'merge' | 'model'>()
  const close = (): void => setOpen(undefined)
  const { decide } = actions
  return (
    <p className="row theme-actions">
      <Button small onPress={() => setOpen('rename')} aria-label={`Rename ${theme.name}`}>
        Rename
      </Button>
      <Button small onPress={() => setOpen('merge')} isDisabled={others.length === 0} aria-label={`Merge ${theme.name} into another`}>
        Merge
      </Button>
      {theme.excluded ? null : (
        <Button small onPress={() => decide.mutate({ theme, change: { kind: 'exclude' } })} aria-label={`Exclude ${theme.name}`}>
          Exclude
        </Button>
      )}
      {model ? (
        <Button small look="quiet" onPress={() => setOpen('model')} aria-label={`Ask the model about ${theme.name}`}>
          Ask the model
        </Button>
      ) : null}
      {open === 'rename' ? (
        <RenameTheme
          theme={theme}
          onClose={close}
          onRename={(name) => decide.mutate({ theme, change: { kind: 'rename', name } }, { onSuccess: close })}
        />
      ) : null}
      {open === 'merge' ? (
        <MergeTheme
          theme={theme}
          others={others}
          onClose={close}
          onMerge={(into) => decide.mutate({ theme, change: { kind: 'merge', into: anchorOf(into) } }, { onSuccess: close })}
        />
      ) : null}
      {open === 'model' ? <AssistantDialog theme={theme} actions={actions} onClose={close} /> : null}
    </p>
  )
}
