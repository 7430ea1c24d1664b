import './themes.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatCount, formatRate } from '../../../exports/format.ts'
import type { MethodAnswer } from '../../../journey/method.ts'
import type { ThemeRow } from '../../../journey/methods/themes.ts'
import type { ThemeDecision } from '../../../journey/theme-decision.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { SelectField } from '../../ui/field.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { vocabularyQuery } from '../../api/queries.ts'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { useMay } from '../people/people-queries.ts'
import { ThemeCard } from './theme-card.tsx'
import { ThemeHistory } from './theme-history.tsx'
import { anchorOf, assistantQuery, decisionsQuery, useThemeActions } from './theme-queries.ts'
import { ThemeTextsDialog, type OpenedTexts } from './theme-texts-dialog.tsx'

/** What customers write about. */
export function ThemesView() {
  const { search, change } = useExplore()
  const { at, bucket, excluded } = search.with ?? {}
  const [opened, setOpened] = useState<OpenedTexts>()
  const set = (patch: Readonly<Record<string, string>>): void =>
    change({ with: Object.fromEntries(Object.entries({ ...search.with, ...patch }).filter(([, value]) => value !== '')) })
  const vocabulary = useQuery(vocabularyQuery)
  const method = useMethod<'themes'>({
    question: 'themes',
    limit: 200,
    ...(at === undefined ? {} : { touchpoints: [at] }),
    ...(bucket === 'week' || bucket === 'month' ? { bucket } : {}),
    ...(excluded === 'yes' ? { excluded: true } : {}),
  })
  const touchpoints = vocabulary.data?.touchpoints ?? []
  return (
    <section>
      <div className="row theme-tools">
        <SelectField
          label="Written about"
          value={at ?? ''}
          choices={[{ value: '', label: 'Every touchpoint' }, ...touchpoints.map(({ name }) => ({ value: name, label: name }))]}
          onChange={(value) => set({ at: value })}
        />
        <SelectField
          label="Trend by"
          value={bucket ?? ''}
          choices={[
            { value: '', label: 'What fits' },
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
          ]}
          onChange={(value) => set({ bucket: value })}
        />
        <Button small aria-pressed={excluded === 'yes'} onPress={() => set({ excluded: excluded === 'yes' ? '' : 'yes' })}>
          {excluded === 'yes' ? 'Hide excluded' : 'Show excluded'}
        </Button>
      </div>
      <MethodPanel method={method} rows={8}>
        {(answer) => <Themes answer={answer} touchpoint={at} onOpen={setOpened} />}
      </MethodPanel>
      {opened ? <ThemeTextsDialog opened={opened} onClose={() => setOpened(undefined)} /> : null}
    </section>
  )
}

interface ThemesProps {
  readonly answer: MethodAnswer<'themes'>
  readonly touchpoint: string | undefined
  readonly onOpen: (opened: OpenedTexts) => void
}

function Themes({ answer, touchpoint, onOpen }: ThemesProps) {
  const actions = useThemeActions()
  const may = useMay('edit-workspace')
  const decisions = useQuery(decisionsQuery).data?.rows ?? []
  const model = useQuery(assistantQuery).data?.configured ?? false
  const { rows, summary } = answer
  const open = decisions.filter(({ acceptedAt, undoneAt }) => acceptedAt === null && undoneAt === null)
  if (summary.texts === 0)
    return (
      <Empty title="Nobody has written anything here">
        <p>Themes come from what customers write: comments of surveys, tickets, reviews, and highlights of interviews.</p>
      </Empty>
    )
  return (
    <>
      <p className="soft">
        {formatCount(summary.inThemes)} of {formatCount(summary.texts)} texts are in a theme;{' '}
        <NumberButton
          value={summary.leftOver}
          label="texts in no theme"
          onOpen={() => onOpen({ label: 'Texts in no theme', ...(touchpoint === undefined ? {} : { touchpoints: [touchpoint] }) })}
        />{' '}
        ({formatRate(summary.leftOver / summary.texts)}) are in none
        {summary.excluded > 0 ? `, ${formatCount(summary.excluded)} in excluded ones` : ''}. Scores and words go from −1 (worst) to +1
        (best).
      </p>
      {actions.error ? <ProblemNotice error={actions.error} /> : null}
      <ul className="theme-list">
        {rows.map((theme) => (
          <ThemeCard
            key={theme.id}
            theme={theme}
            others={rows.filter(({ id }) => id !== theme.id)}
            proposals={open.filter((one) => isAbout(one, theme))}
            bucket={summary.bucket}
            touchpoint={touchpoint}
            actions={actions}
            may={may}
            model={model}
            onOpen={onOpen}
          />
        ))}
      </ul>
      <ThemeHistory decisions={decisions} actions={actions} may={may} />
    </>
  )
}

const isAbout = ({ anchor }: ThemeDecision, theme: ThemeRow): boolean => anchorOf(theme)[0] === anchor[0]
