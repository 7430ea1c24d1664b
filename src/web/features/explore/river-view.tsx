import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import { formatCount, formatMedian, formatRate, formatScore } from '../../../exports/format.ts'
import type { AnswerTo } from '../../../journey/answer.ts'
import type { Stage } from '../../../journey/map.ts'
import type { FlowQuestion, StagesQuestion } from '../../../journey/question.ts'
import { mapQuery, mapsQuery } from '../../api/queries.ts'
import { River } from '../../charts/river.tsx'
import { Empty, Skeleton } from '../../ui/empty.tsx'
import { SelectField } from '../../ui/field.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { useWidth } from '../../ui/use-width.ts'
import { inGroup, stageGroups } from './stage-groups.ts'
import { GroupChoice } from './group-choice.tsx'
import { useAnswer, useExplore, useHasGoal } from './use-explore.ts'

/** The river under the present filters, with the stages of one of the maps. */
export function RiverView() {
  const { search, change } = useExplore()
  const maps = useQuery(mapsQuery)
  const chosen = maps.data?.rows.find((one) => one.id === search.map) ?? maps.data?.rows[0]
  const map = useQuery({ ...mapQuery(chosen?.id ?? ''), enabled: chosen !== undefined })
  if (maps.data && !chosen) {
    return (
      <Empty
        title="A river needs stages"
        actions={
          <Link to="/maps" className="button button-primary">
            Make a map
          </Link>
        }
      >
        <p>
          The river shows how journeys flow from stage to stage. Its stages come from a map; Wend can work them out from the data or take
          them from a template.
        </p>
      </Empty>
    )
  }
  if (!map.data) return <Skeleton rows={8} />
  return (
    <section className="panel panel-body stack">
      <div className="row">
        <SelectField
          label="Stages of"
          value={chosen?.id ?? ''}
          choices={(maps.data?.rows ?? []).map((one) => ({ value: one.id, label: one.title }))}
          onChange={(id) => change({ map: id })}
        />
      </div>
      <Flow stages={map.data.map.stages} />
    </section>
  )
}

function Flow({ stages }: { readonly stages: readonly Stage[] }) {
  const groups = useMemo(() => stageGroups(stages), [stages])
  const flow = useAnswer<FlowQuestion>({ question: 'flow', stages: groups })
  const numbers = useAnswer<StagesQuestion>({ question: 'stages', stages: groups })
  return (
    <Loaded query={flow.query} rows={9}>
      {(answer) => (
        <>
          <GroupChoice rows={answer.rows} />
          <Drawn stages={stages} answer={answer} question={flow.question} numbers={numbers.query.data} />
          {numbers.query.data ? <StageTable stages={stages} answer={numbers.query.data} question={numbers.question} /> : null}
        </>
      )}
    </Loaded>
  )
}

interface DrawnProps {
  readonly stages: readonly Stage[]
  readonly answer: AnswerTo<'flow'>
  readonly question: FlowQuestion
  readonly numbers: AnswerTo<'stages'> | undefined
}
function Drawn({ stages, answer, question, numbers }: DrawnProps) {
  const { search, open } = useExplore()
  const [ref, width] = useWidth<HTMLDivElement>()
  const goal = useHasGoal()
  const rows = inGroup(answer.rows, search)
  const stageRows = inGroup(numbers?.rows ?? [], search)
  const group = rows[0]?.group === undefined ? {} : { group: rows[0].group }
  const river = useMemo(() => ({ journeys: answer.journeys, ribbons: rows }), [answer, rows])
  const drawn = Math.max(width, stages.length * 104)
  const box = useMemo(() => ({ width: drawn, height: 300, goal }), [drawn, goal])
  const numbered = useMemo(
    () =>
      stages.map((stage): Stage => {
        const row = stageRows.find((one) => one.stage === stage.id)
        const { numbers: _old, ...plain } = stage
        return row
          ? {
              ...plain,
              numbers: { journeys: row.journeys, reach: 0, exits: row.exits, exitRate: 0, p50Time: row.p50Time, p90Time: row.p90Time },
            }
          : plain
      }),
    [stages, stageRows],
  )
  return (
    <div ref={ref} className="river-place" tabIndex={0} role="group" aria-label="River">
      {width > 0 ? (
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
            feelings={stages.map((stage) => feeling(stageRows.find((one) => one.stage === stage.id)))}
            onOpenStream={(from, to, sentence) => open(question, { kind: 'flow', from, to, number: 'count', ...group }, sentence)}
            onOpenStage={(stage) =>
              open(
                { ...question, question: 'stages' },
                { kind: 'stage', stage: stage.id, number: 'journeys', ...group },
                `Journeys that reach ${stage.name}`,
              )
            }
          />
        </>
      ) : null}
    </div>
  )
}

const feeling = (row: { readonly scores: number; readonly meanScore: number | null } | undefined): number | null =>
  row && row.scores >= 5 ? row.meanScore : null

function StageTable({
  stages,
  answer,
  question,
}: {
  readonly stages: readonly Stage[]
  readonly answer: AnswerTo<'stages'>
  readonly question: StagesQuestion
}) {
  const { open } = useExplore()
  const grouped = question.groupBy !== undefined
  const leave = useHasGoal() ? 'leave' : 'end'
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Numbers of each stage">
      <table className="table">
        <caption className="visually-hidden">Numbers of each stage</caption>
        <thead>
          <tr>
            <th scope="col">Stage</th>
            {grouped ? <th scope="col">{question.groupBy}</th> : null}
            <th scope="col" className="end">
              Journeys
            </th>
            <th scope="col" className="end">
              of all
            </th>
            <th scope="col" className="end">
              {leave === 'leave' ? 'Leave here' : 'End here'}
            </th>
            <th scope="col" className="end">
              Exit rate
            </th>
            <th scope="col" className="end">
              Half stay at most
            </th>
            <th scope="col" className="end">
              Nine in ten
            </th>
            <th scope="col" className="end">
              Feeling
            </th>
          </tr>
        </thead>
        <tbody>
          {answer.rows.map((row) => {
            const group = row.group === undefined ? {} : { group: row.group }
            const name = stages.find((stage) => stage.id === row.stage)?.name ?? row.stage
            return (
              <tr key={`${row.stage} ${row.group ?? ''}`}>
                <th scope="row">{name}</th>
                {grouped ? <td>{row.group || '(none)'}</td> : null}
                <td className="end">
                  <NumberButton
                    value={row.journeys}
                    label={`journeys reach ${name}`}
                    onOpen={() =>
                      open(question, { kind: 'stage', stage: row.stage, number: 'journeys', ...group }, `Journeys that reach ${name}`)
                    }
                  />
                </td>
                <td className="end">{formatRate(row.journeys / Math.max(1, answer.journeys))}</td>
                <td className="end">
                  <NumberButton
                    value={row.exits}
                    label={`journeys ${leave} at ${name}`}
                    onOpen={() =>
                      open(question, { kind: 'stage', stage: row.stage, number: 'exits', ...group }, `Journeys that ${leave} at ${name}`)
                    }
                  />
                </td>
                <td className="end">{row.journeys > 0 ? formatRate(row.exits / row.journeys) : '–'}</td>
                <td className="end">{formatMedian(row.p50Time)}</td>
                <td className="end">{formatMedian(row.p90Time)}</td>
                <td className="end">
                  {row.scores >= 5 ? formatScore(row.meanScore) : <span className="faint">too few ({row.scores})</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}
