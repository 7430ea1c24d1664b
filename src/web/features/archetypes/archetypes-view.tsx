import './archetypes.css'
import { useMemo } from 'react'
import { formatCount, formatRate } from '../../../exports/format.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import type { MethodAnswer, MethodQuestion } from '../../../journey/method.ts'
import { touchpointColours } from '../../charts/touchpoint-colours.ts'
import { SelectField } from '../../ui/field.tsx'
import { usePalette } from '../../ui/theme.ts'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { ArchetypeCard } from './archetype-card.tsx'
import { ArchetypeDetail } from './archetype-detail.tsx'
import { CountChart } from './count-chart.tsx'

const usualMost = 8

/** Groups of journeys that behave alike, side by side, and one of them closely. */
export function ArchetypesView() {
  const { search, change } = useExplore()
  const most = Math.min(8, Math.max(1, Math.round(Number(search.with?.['most'] ?? usualMost)) || usualMost))
  const method = useMethod<'archetypes'>({ question: 'archetypes', ...(most === usualMost ? {} : { most }) })
  return (
    <section className="panel panel-body stack">
      <div className="spread archetypes-head">
        <p className="soft">Groups of journeys that behave alike, each with a journey that somebody really made.</p>
        <SelectField
          label="At most"
          value={String(most)}
          choices={Array.from({ length: usualMost }, (_, i) => ({
            value: String(i + 1),
            label: i === 0 ? '1 archetype' : `${i + 1} archetypes`,
          }))}
          onChange={(value) => change({ with: { ...search.with, most: value } }, true)}
        />
      </div>
      <MethodPanel method={method} rows={10}>
        {(answer) => <Shown answer={answer} question={method.question} />}
      </MethodPanel>
    </section>
  )
}

/** The filter that takes one archetype's journeys under what was asked. */
export function archetypeFilter({ journeys, most, seeds }: MethodQuestion<'archetypes'>, number: number): JourneyFilter {
  const { archetype: _one, ...among } = journeys ?? {}
  const asked = { ...(most === undefined ? {} : { most }), ...(seeds === undefined ? {} : { seeds }) }
  return { ...among, archetype: { number, ...asked, ...(Object.keys(among).length > 0 ? { among } : {}) } }
}

interface ShownProps {
  readonly answer: MethodAnswer<'archetypes'>
  readonly question: MethodQuestion<'archetypes'>
}

function Shown({ answer: { rows, summary }, question }: ShownProps) {
  const { search, change } = useExplore()
  const palette = usePalette()
  const colours = useMemo(
    () =>
      touchpointColours(
        rows.map((row) => row.representative),
        palette,
      ),
    [rows, palette],
  )
  const chosen = rows.find((row) => String(row.number) === search.with?.['archetype'])
  if (rows.length === 0) return <p>There are too few journeys to tell groups apart.</p>
  return (
    <div className="stack">
      <ol className="archetypes">
        {rows.map((row) => (
          <ArchetypeCard
            key={row.number}
            row={row}
            filter={archetypeFilter(question, row.number)}
            events={question.events}
            colours={colours}
            hasGoal={summary.hasGoal}
            chosen={row === chosen}
            onChoose={() => change({ with: { ...search.with, archetype: row === chosen ? '' : String(row.number) } }, true)}
          />
        ))}
      </ol>
      {chosen ? <ArchetypeDetail row={chosen} question={question} filter={archetypeFilter(question, chosen.number)} /> : null}
      {summary.tried.length > 1 ? (
        <div className="archetypes-how">
          <CountChart tried={summary.tried} chosen={rows.length} />
          <p className="soft small">
            {formatCount(summary.variants)} different paths were looked at with {summary.seeds} random starts for each number. A journey
            belongs to its archetype with a mean probability of {formatRate(summary.certainty)}; it is like the journey shown for it to{' '}
            {summary.coverage.toFixed(2)} of 1.
          </p>
        </div>
      ) : null}
    </div>
  )
}
