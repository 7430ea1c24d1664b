import { useMemo } from 'react'
import { Label, Slider, SliderOutput, SliderThumb, SliderTrack } from 'react-aria-components'
import { formatCount, formatDuration } from '../../../exports/format.ts'
import type { AnswerTo } from '../../../journey/answer.ts'
import type { MemberPick } from '../../../journey/member-pick.ts'
import type { TouchpointsQuestion, TransitionsQuestion } from '../../../journey/question.ts'
import { endId, prepareGraph, startId, type GraphEdge, type GraphNode } from '../../charts/prepare-graph.ts'
import { ProcessGraph } from '../../charts/process-graph.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { NumberButton } from '../../ui/number-button.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import type { GraphNumber } from './explore-search.ts'
import { GroupChoice } from './group-choice.tsx'
import { inGroup } from './stage-groups.ts'
import { useAnswer, useExplore, type Explore } from './use-explore.ts'

const defaultTop = 30
const mostEdges = 150
const numberChoices = [
  { value: 'count', label: 'Times' },
  { value: 'journeys', label: 'Journeys' },
  { value: 'p50', label: 'Median time' },
] as const

export function GraphView() {
  const { search } = useExplore()
  const transitions = useAnswer<TransitionsQuestion>({
    question: 'transitions',
    limit: 1000,
    ...(search.collapse ? { collapseRepeats: true } : {}),
  })
  const touchpoints = useAnswer<TouchpointsQuestion>({ question: 'touchpoints', limit: 1000 })
  return (
    <section className="panel panel-body stack">
      <Loaded query={transitions.query} rows={10}>
        {(answer) => (
          <Loaded query={touchpoints.query} rows={10}>
            {(points) => (
              <Drawn
                transitions={answer}
                points={points}
                transitionsQuestion={transitions.question}
                pointsQuestion={touchpoints.question}
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </section>
  )
}

interface DrawnProps {
  readonly transitions: AnswerTo<'transitions'>
  readonly points: AnswerTo<'touchpoints'>
  readonly transitionsQuestion: TransitionsQuestion
  readonly pointsQuestion: TouchpointsQuestion
}
function Drawn({ transitions, points, transitionsQuestion, pointsQuestion }: DrawnProps) {
  const { search, change, open } = useExplore()
  const top = search.top ?? defaultTop
  const { group, only, number } = search
  const graph = useMemo(() => {
    const wish = { ...(group === undefined ? {} : { group }), ...(only === undefined ? {} : { only }) }
    return prepareGraph(inGroup(points.rows, wish), inGroup(transitions.rows, wish), top)
  }, [points, transitions, group, only, top])
  const opener = useMemo(
    () => openers({ open, number, only, transitionsQuestion, pointsQuestion }),
    [open, number, only, transitionsQuestion, pointsQuestion],
  )
  return (
    <>
      <div className="row graph-controls">
        <Segmented
          label="Number on the ways"
          value={search.number ?? 'count'}
          choices={numberChoices}
          onChange={(number) => change({ number: number === 'count' ? undefined : number }, true)}
        />
        <Segmented
          label="Repeats"
          value={search.collapse ? 'once' : 'all'}
          choices={[
            { value: 'all', label: 'Repeats count' },
            { value: 'once', label: 'A run counts once' },
          ]}
          onChange={(value) => change({ collapse: value === 'once' ? true : undefined }, true)}
        />
        <Slider
          className="slider"
          minValue={5}
          maxValue={Math.max(6, Math.min(mostEdges, graph.total))}
          value={Math.min(top, Math.max(6, graph.total))}
          onChange={(value) => change({ top: Number(value) }, true)}
        >
          <Label>Busiest ways shown</Label>
          <SliderOutput>{() => `${Math.min(top, graph.total)} of ${formatCount(graph.total)}`}</SliderOutput>
          <SliderTrack className="slider-track">
            <SliderThumb className="slider-thumb" />
          </SliderTrack>
        </Slider>
        <GroupChoice rows={transitions.rows} />
      </div>
      <ProcessGraph graph={graph} number={search.number ?? 'count'} onNode={opener.node} onEdge={opener.edge} />
      <details>
        <summary className="soft">The same as a table</summary>
        <EdgeTable edges={graph.edges} onEdge={opener.edge} />
      </details>
    </>
  )
}

interface Openers {
  readonly node: (node: GraphNode) => void
  readonly edge: (edge: GraphEdge) => void
}
interface OpenersInput {
  readonly open: Explore['open']
  readonly number: GraphNumber | undefined
  readonly only: string | undefined
  readonly transitionsQuestion: TransitionsQuestion
  readonly pointsQuestion: TouchpointsQuestion
}
function openers({ open, number: shown, only, ...questions }: OpenersInput): Openers {
  const group = only === undefined ? {} : { group: only }
  const touchpoint = (id: string): string => id.replace(/^t:/, '')
  const number = shown === 'journeys' ? 'journeys' : 'count'
  const atPoint = (name: string, what: 'journeys' | 'starts' | 'ends', label: string): void => {
    const pick: MemberPick = { kind: 'touchpoint', touchpoint: name, number: what, ...group }
    open(questions.pointsQuestion, pick, label)
  }
  return {
    node: (node) => node.touchpoint && atPoint(node.name, 'journeys', `Journeys that visit ${node.name}`),
    edge: (edge) => {
      if (edge.from === startId) return atPoint(touchpoint(edge.to), 'starts', `Journeys that begin at ${touchpoint(edge.to)}`)
      if (edge.to === endId) return atPoint(touchpoint(edge.from), 'ends', `Journeys that end at ${touchpoint(edge.from)}`)
      const pick: MemberPick = { kind: 'transition', from: touchpoint(edge.from), to: touchpoint(edge.to), number, ...group }
      open(questions.transitionsQuestion, pick, `${touchpoint(edge.from)} → ${touchpoint(edge.to)}`)
    },
  }
}

function EdgeTable({ edges, onEdge }: { readonly edges: readonly GraphEdge[]; readonly onEdge: (edge: GraphEdge) => void }) {
  const name = (id: string): string => (id === startId ? 'Start' : id === endId ? 'End' : id.replace(/^t:/, ''))
  return (
    <div className="table-wrap" tabIndex={0} role="group" aria-label="Ways between touchpoints">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">From</th>
            <th scope="col">To</th>
            <th scope="col" className="end">
              Times
            </th>
            <th scope="col" className="end">
              Journeys
            </th>
            <th scope="col" className="end">
              Median time
            </th>
          </tr>
        </thead>
        <tbody>
          {edges.map((edge) => (
            <tr key={edge.id}>
              <td>{name(edge.from)}</td>
              <td>{name(edge.to)}</td>
              <td className="end">
                <NumberButton value={edge.count} label={`times from ${name(edge.from)} to ${name(edge.to)}`} onOpen={() => onEdge(edge)} />
              </td>
              <td className="end">{formatCount(edge.journeys)}</td>
              <td className="end">{formatDuration(edge.p50)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
