import { useState } from 'react'
import { formatCount, formatMedian, formatRate } from '../../../exports/format.ts'
import type { VariantRow } from '../../../journey/answer.ts'
import type { VariantsQuestion } from '../../../journey/question.ts'
import { touchpointColours } from '../../charts/touchpoint-colours.ts'
import { Button } from '../../ui/button.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { usePalette } from '../../ui/theme.ts'
import { useAnswer, useExplore } from './use-explore.ts'

const page = 30

export function VariantsView() {
  const { search, change, open } = useExplore()
  const [limit, setLimit] = useState(page)
  const palette = usePalette()
  const { query, question } = useAnswer<VariantsQuestion>({
    question: 'variants',
    limit,
    ...(search.collapse ? { collapseRepeats: true } : {}),
  })
  return (
    <section className="panel panel-body stack">
      <div className="spread">
        <p className="soft">The exact sequences that journeys took, the commonest first.</p>
        <Segmented
          label="Repeats"
          value={search.collapse ? 'once' : 'all'}
          choices={[
            { value: 'all', label: 'Repeats count' },
            { value: 'once', label: 'A run counts once' },
          ]}
          onChange={(value) => change({ collapse: value === 'once' ? true : undefined }, true)}
        />
      </div>
      <Loaded query={query} rows={12}>
        {(answer) => {
          const colours = touchpointColours(
            answer.rows.map((row) => row.path),
            palette,
          )
          const widest = answer.rows[0]?.share ?? 1
          const other = answer.other?.['journeys']
          return (
            <>
              <ol className="variants">
                {answer.rows.map((row, index) => (
                  <Variant
                    key={index}
                    row={row}
                    colours={colours}
                    widest={widest}
                    onOpen={() =>
                      open(
                        question,
                        { kind: 'variant', path: row.path, ...(row.group === undefined ? {} : { group: row.group }) },
                        'Journeys that took exactly this path',
                      )
                    }
                  />
                ))}
                {other ? (
                  <li className="variant variant-other">
                    <span className="variant-count numeric">{formatCount(other)}</span>
                    <span className="variant-share numeric">{formatRate(other / Math.max(1, answer.journeys))}</span>
                    <span className="soft">Other: {formatCount(answer.total - answer.rows.length)} more paths</span>
                  </li>
                ) : null}
              </ol>
              {answer.total > answer.rows.length && limit < 990 ? (
                <div>
                  <Button small onPress={() => setLimit(Math.min(990, limit + page * 2))}>
                    Show more
                  </Button>
                </div>
              ) : null}
            </>
          )
        }}
      </Loaded>
    </section>
  )
}

interface VariantProps {
  readonly row: VariantRow
  readonly colours: ReadonlyMap<string, string>
  readonly widest: number
  readonly onOpen: () => void
}
function Variant({ row, colours, widest, onOpen }: VariantProps) {
  const [all, setAll] = useState(false)
  const most = 14
  const path = all ? row.path : row.path.slice(0, most)
  return (
    <li className="variant">
      <span className="variant-count">
        <NumberButton value={row.journeys} label="journeys took exactly this path" onOpen={onOpen} />
      </span>
      <span className="variant-share numeric">
        {formatRate(row.share)}
        <span className="variant-bar" style={{ width: `${(row.share / widest) * 100}%` }} />
      </span>
      <div className="variant-path">
        {row.group === undefined ? null : <span className="chip">{row.group || '(none)'}</span>}
        {path.map((name, index) => (
          <span key={index} className="touch-chip" style={{ borderInlineStartColor: colours.get(name) }}>
            {name}
          </span>
        ))}
        {row.path.length > most ? (
          <button type="button" className="link-button small" onClick={() => setAll(!all)}>
            {all ? 'shorten' : `${row.path.length - most} more`}
          </button>
        ) : null}
        <span className="faint small variant-note">
          {row.p50Duration === null ? '' : formatMedian(row.p50Duration)}
          {row.reachedGoal > 0 ? ` · ${formatRate(row.reachedGoal / row.journeys)} reach the goal` : ''}
        </span>
      </div>
    </li>
  )
}
