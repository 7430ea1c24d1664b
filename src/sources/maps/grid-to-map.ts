import type { Lane, StageId, StepId } from '../../journey/map.ts'
import { laneKindOf } from './lane-kind.ts'
import { MapDraft, textBody, touchpointBody } from './map-draft.ts'
import { type MapImport, type Problems, quote } from './map-import.ts'
import type { CellRow } from './read-cells.ts'

/** Where the cards of a column go. */
interface Column {
  readonly stage: StageId
  readonly step?: StepId
  /** The step that a point of the curve belongs to. */
  readonly point?: StepId
}

/** Stages across (an empty cell belongs to the stage before it), an optional row of steps, then a row a lane; every line of a cell is a card. */
export function gridToMap([head, ...rows]: readonly CellRow[], problems: Problems): MapImport {
  const draft = new MapDraft(problems)
  const [second, ...others] = rows
  const stepped = second !== undefined && /^(?:sub-?)?(?:steps?|stages? steps?)$/i.test(second.cells[0] ?? '')
  const columns = readColumns(draft, head, stepped ? second : undefined)
  if (!columns.some((column) => column !== undefined)) {
    problems.leftOut(head?.line ?? 0, 'The first row names no stage. Leave its first cell empty and write a stage into each of the next.')
    return draft.finish()
  }
  let lane: Lane | undefined
  for (const row of stepped ? others : rows) {
    const name = row.cells[0] ?? ''
    if (isCurve(name)) {
      readCurve({ draft, problems, columns, row })
      continue
    }
    if (name !== '') lane = draft.addLane(laneKindOf(name), name, row.line)
    else if (!lane) problems.leftOut(row.line, 'This row names no lane in its first cell, and no lane stands above it.')
    if (lane) readLane({ draft, problems, columns, row }, lane)
  }
  return draft.finish()
}

interface Reading {
  readonly draft: MapDraft
  readonly problems: Problems
  readonly columns: readonly (Column | undefined)[]
  readonly row: CellRow
}

function readColumns(draft: MapDraft, head: CellRow | undefined, second: CellRow | undefined): readonly (Column | undefined)[] {
  const columns: (Column | undefined)[] = [undefined]
  let stage: ReturnType<MapDraft['addStage']>
  const width = Math.max(head?.cells.length ?? 0, second?.cells.length ?? 0)
  for (let at = 1; at < width; at++) {
    const name = head?.cells[at] ?? ''
    if (name !== '') stage = draft.addStage(oneLine(name), head?.line ?? 1)
    const stepName = oneLine(second?.cells[at] ?? '')
    const step = stage && stepName !== '' ? draft.addStep(stage, stepName, second?.line ?? 2) : undefined
    const lone = stage && second === undefined && name !== '' ? draft.addStep(stage, oneLine(name), head?.line ?? 1) : undefined
    const point = step ?? lone
    const started = name !== '' || stepName !== ''
    columns.push(
      stage && started ? { stage: stage.id, ...(step && { step: step.id }), ...(point && { point: point.id }) } : stage && columns.at(-1),
    )
  }
  return columns
}

function readLane({ draft, problems, columns, row }: Reading, lane: Lane): void {
  row.cells.slice(1).forEach((cell, index) => {
    if (cell === '') return
    const column = columns[index + 1]
    if (!column)
      return problems.leftOut(row.line, `${quote(oneLine(cell))} stands in a column without a stage. Name the stage in the first row.`)
    const { stage, step } = column
    for (const text of cell.split(/\r\n|[\n\r]/).map(withoutBullet)) {
      if (text === '') continue
      const body = lane.kind === 'touchpoints' ? touchpointOf(text) : textBody(text)
      draft.addCard({ lane: lane.id, stage, step, body }, row.line)
    }
  })
}

const isCurve = (name: string): boolean => /^emotion curve\b/i.test(name)

function readCurve({ draft, problems, columns, row }: Reading): void {
  row.cells.slice(1).forEach((cell, index) => {
    if (cell === '') return
    const value = Number(cell.replace('−', '-').replace(/^([+-]?\d+),(\d+)$/, '$1.$2'))
    const step = columns[index + 1]?.point
    if (!step) problems.leftOut(row.line, `${quote(cell)} stands in a column without a step, so the curve has no point there.`)
    else if (!(value >= -1 && value <= 1))
      problems.leftOut(row.line, `${quote(cell)} is no point of the emotion curve. Write a number from -1 to 1.`)
    else draft.draw(step, value)
  })
}

/** "Pricing page (web)": a touchpoint and its channel. */
function touchpointOf(text: string): ReturnType<typeof touchpointBody> {
  const found = /^(.*\S)\s*\(([^()]+)\)$/.exec(text)
  return found ? touchpointBody(found[1] ?? '', (found[2] ?? '').trim()) : touchpointBody(text, '')
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
const withoutBullet = (text: string): string =>
  text
    .trim()
    .replace(/^(?:[-*•–·]|\d{1,2}[.)])\s+/, '')
    .trim()
