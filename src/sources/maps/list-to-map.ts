import type { Lane, Step } from '../../journey/map.ts'
import { laneKindOf } from './lane-kind.ts'
import { MapDraft, textBody, touchpointBody } from './map-draft.ts'
import { type MapImport, type Problems, quote } from './map-import.ts'
import type { CellRow } from './read-cells.ts'

/** Columns of the list, and what else they may be called. */
const columnNames = {
  stage: ['stage', 'phase'],
  step: ['step'],
  lane: ['lane', 'row'],
  text: ['text', 'card', 'content'],
  channel: ['channel'],
  owner: ['owner'],
  score: ['score', 'emotion score'],
} as const
type ColumnName = keyof typeof columnNames

const columnOf = (cell: string): ColumnName | undefined => {
  const name = cell.trim().toLowerCase()
  return (Object.keys(columnNames) as ColumnName[]).find((column) => (columnNames[column] as readonly string[]).includes(name))
}

/** Whether the first row names the columns of the list: a stage, and a lane or a text. */
export function isList(head: readonly string[]): boolean {
  const columns = new Set(head.map(columnOf))
  return columns.has('stage') && (columns.has('text') || columns.has('lane'))
}

/** A row a card. Stages, steps and lanes stand in the order in which they first appear; a row without a text only names them. */
export function listToMap([head, ...rows]: readonly CellRow[], problems: Problems): MapImport {
  const reader = new ListReader(problems)
  const columns = (head?.cells ?? []).map(columnOf)
  head?.cells.forEach((cell, index) => {
    if (columns[index] === undefined && cell !== '')
      problems.leftOut(head.line, `The column ${quote(cell)} is none of stage, step, lane, text, channel, owner, score.`)
  })
  for (const { line, cells } of rows) {
    const row: Partial<Record<ColumnName, string>> = {}
    columns.forEach((column, index) => {
      if (column) row[column] ??= cells[index] ?? ''
    })
    reader.read(row, line)
  }
  const found = reader.draft.finish()
  if (found.map) return found
  problems.leftOut(0, 'No row names a stage. Write the stage of each card into its row.')
  return { problems: problems.listed, more: problems.more }
}

class ListReader {
  readonly draft: MapDraft
  private readonly problems: Problems
  private readonly stages = new Map<string, NonNullable<ReturnType<MapDraft['addStage']>> | undefined>()
  private readonly steps = new Map<string, Step | undefined>()
  private readonly lanes = new Map<string, Lane | undefined>()
  constructor(problems: Problems) {
    this.problems = problems
    this.draft = new MapDraft(problems)
  }

  read(
    {
      stage: stageName = '',
      step: stepName = '',
      lane: laneName = '',
      text = '',
      channel = '',
      owner = '',
      score = '',
    }: Partial<Record<ColumnName, string>>,
    line: number,
  ): void {
    const lane = laneName === '' && text === '' ? undefined : this.laneOf(laneName === '' ? 'Notes' : laneName, line)
    if (stageName === '') {
      if (text !== '' || stepName !== '') this.problems.leftOut(line, 'This row names no stage. Write the stage that it belongs to.')
      return
    }
    const stage = kept(this.stages, stageName, () => this.draft.addStage(stageName, line))
    if (!stage) return
    const step = stepName === '' ? undefined : kept(this.steps, `${stage.id}\n${stepName}`, () => this.draft.addStep(stage, stepName, line))
    if (score !== '') this.score(score, step, line)
    if (text === '' || !lane) return
    const body = lane.kind === 'touchpoints' ? touchpointBody(text, channel) : textBody(text)
    if (channel !== '' && lane.kind !== 'touchpoints') this.problems.leftOut(line, 'Only touchpoints have a channel; this one is left out.')
    this.draft.addCard({ lane: lane.id, stage: stage.id, step: step?.id, body, ...(owner !== '' && { owner }) }, line)
  }

  private laneOf(name: string, line: number): Lane | undefined {
    return kept(this.lanes, name, () => this.draft.addLane(laneKindOf(name), name, line))
  }

  private score(text: string, step: Step | undefined, line: number): void {
    const value = Number(text.replace('−', '-'))
    if (!step) this.problems.leftOut(line, 'A score belongs to a step, and this row names none.')
    else if (!(value >= -1 && value <= 1))
      this.problems.leftOut(line, `${quote(text)} is no score. Write a number from -1 (very unhappy) to 1 (very happy).`)
    else this.draft.draw(step.id, value)
  }
}

function kept<Value>(known: Map<string, Value>, key: string, make: () => Value): Value {
  if (!known.has(key)) known.set(key, make())
  return known.get(key) as Value
}
