import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { formatCount } from '../../../exports/format.ts'
import type { JourneyFilter } from '../../../journey/filter.ts'
import type { Stage } from '../../../journey/map.ts'
import type { ComparedGroup } from '../../../journey/methods/compare.ts'
import type { FlowQuestion, StagesQuestion } from '../../../journey/question.ts'
import { askQuery, mapQuery, mapsQuery } from '../../api/queries.ts'
import { River } from '../../charts/river.tsx'
import { Skeleton } from '../../ui/empty.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { askedBy } from '../explore/asked.ts'
import { stageGroups } from '../explore/stage-groups.ts'
import { useDefinition, useExplore, useHasGoal } from '../explore/use-explore.ts'

/** The river of each group above the other, each as wide as its own journeys: shares can be compared, not numbers. */
export function CompareRivers({ a, b }: { readonly a: ComparedGroup; readonly b: ComparedGroup }) {
  const { search } = useExplore()
  const maps = useQuery(mapsQuery)
  const chosen = maps.data?.rows.find((one) => one.id === search.map) ?? maps.data?.rows[0]
  const map = useQuery({ ...mapQuery(chosen?.id ?? ''), enabled: chosen !== undefined })
  if (!chosen) return null
  if (!map.data) return <Skeleton rows={6} />
  const { stages } = map.data.map
  return (
    <section className="panel panel-body stack" aria-label="Rivers">
      <p className="small soft">
        The stages of “{chosen.title}”. Each river is drawn as wide as its own group, so that shares can be compared.
      </p>
      <GroupRiver side="A" group={a} stages={stages} />
      <GroupRiver side="B" group={b} stages={stages} />
    </section>
  )
}

interface GroupRiverProps {
  readonly side: 'A' | 'B'
  readonly group: ComparedGroup
  readonly stages: readonly Stage[]
}

function GroupRiver({ side, group, stages }: GroupRiverProps) {
  const { search, open } = useExplore()
  const { definition } = useDefinition()
  const [ref, width] = useWidth<HTMLDivElement>()
  const goal = useHasGoal()
  const groups = useMemo(() => stageGroups(stages), [stages])
  const { groupBy: _none, ...asked } = askedBy(search)
  const journeys: JourneyFilter = { ...asked.journeys, ...group.journeys }
  const question: FlowQuestion = { question: 'flow', ...asked, journeys, stages: groups }
  const flow = useQuery(askQuery(question, definition))
  const numbers = useQuery(askQuery<StagesQuestion>({ ...question, question: 'stages' }, definition))
  const drawn = Math.max(width, stages.length * 104)
  const box = useMemo(() => ({ width: drawn, height: 190, goal }), [drawn, goal])
  const river = useMemo(() => flow.data && { journeys: flow.data.journeys, ribbons: flow.data.rows }, [flow.data])
  const numbered = stages.map((stage): Stage => {
    const row = numbers.data?.rows.find((one) => one.stage === stage.id)
    const { numbers: _old, ...plain } = stage
    return row
      ? {
          ...plain,
          numbers: { journeys: row.journeys, reach: 0, exits: row.exits, exitRate: 0, p50Time: row.p50Time, p90Time: row.p90Time },
        }
      : plain
  })
  const feelings = stages.map((stage) => {
    const row = numbers.data?.rows.find((one) => one.stage === stage.id)
    return row && row.scores >= 5 ? row.meanScore : null
  })
  return (
    <div>
      <h2 className="row compare-river-head" data-side={side}>
        <span className="compare-mark" aria-hidden>
          {side}
        </span>
        {group.name}
      </h2>
      <div ref={ref} className="river-place" tabIndex={0} role="group" aria-label={`River of ${group.name}`}>
        {river && width > 0 ? (
          river.journeys === 0 ? (
            <p className="soft">No journey is in this group.</p>
          ) : (
            <>
              <div className="river-heads" style={{ width: drawn, gridTemplateColumns: `repeat(${stages.length}, 1fr)` }}>
                {numbered.map((stage) => (
                  <div key={stage.id}>
                    <span className="river-head">{stage.name}</span>
                    <span className="numeric faint">{stage.numbers ? formatCount(stage.numbers.journeys) : ''}</span>
                  </div>
                ))}
              </div>
              <River
                river={river}
                stages={numbered}
                box={box}
                feelings={feelings}
                onOpenStream={(from, to, sentence) =>
                  open(question, { kind: 'flow', from, to, number: 'count' }, `${group.name}: ${sentence}`)
                }
                onOpenStage={(stage) =>
                  open(
                    { ...question, question: 'stages' },
                    { kind: 'stage', stage: stage.id, number: 'journeys' },
                    `${group.name}: ${stage.name}`,
                  )
                }
              />
            </>
          )
        ) : (
          <Skeleton rows={4} />
        )}
      </div>
    </div>
  )
}
