import type { Card, JourneyMap, Stage, Step } from '../journey/map.ts'
import { answerToCsv, type CsvColumn } from './answer-to-csv.ts'
import { cardSentence } from './card-face.ts'

/** Stages across with a column a step, lanes down, every line of a cell a card: what people keep in spreadsheets. Hidden cards are left out. */
export function mapToGridCsv(map: JourneyMap): string {
  const columns = map.stages.flatMap((stage) => columnsOfStage(map, stage))
  const lanes = map.lanes.map((lane) => ({
    name: lane.name,
    cell: ({ stage, step }: GridColumn) =>
      map.cards
        .filter((card) => card.lane === lane.id && card.stage === stage.id && card.step === step?.id && card.hidden !== true)
        .map((card) => cellText(card).replaceAll(/\s+/g, ' ').trim())
        .join('\n'),
  }))
  const steps = { name: 'Steps', cell: ({ step }: GridColumn) => oneLine(step?.name ?? '') }
  const points = new Map(map.drawnCurves?.find(({ persona }) => persona === null)?.points.map(({ step, value }) => [step, value]))
  const curve = { name: 'Emotion curve', cell: ({ step }: GridColumn) => (step ? (points.get(step.id) ?? '') : '') }
  const rows = [steps, ...lanes, ...(points.size > 0 ? [curve] : [])]
  type Row = (typeof rows)[number]
  const table: CsvColumn<Row>[] = [
    { name: 'Stages', value: ({ name }) => oneLine(name) },
    ...columns.map((column): CsvColumn<Row> => ({
      name: column.first ? oneLine(column.stage.name) : '',
      value: ({ cell }) => cell(column),
    })),
  ]
  return answerToCsv(rows, table)
}

interface GridColumn {
  readonly stage: Stage
  readonly step?: Step
  /** Whether it carries the stage's name. */
  readonly first: boolean
}

/** A column for each step; before them one for the cards of the whole stage where there are any. */
function columnsOfStage(map: JourneyMap, stage: Stage): GridColumn[] {
  const whole = map.cards.some((card) => card.stage === stage.id && card.step === undefined && card.hidden !== true)
  const steps = stage.steps.map((step, index): GridColumn => ({ stage, step, first: index === 0 && !whole }))
  return whole ? [{ stage, first: true }, ...steps] : steps
}

/** A row a card: stage, step, lane, text, channel, owner, score (the drawn point of the step). Names without cards have rows of their own. */
export function mapToListCsv(map: JourneyMap): string {
  const laneNames = new Map(map.lanes.map(({ id, name }) => [id, name]))
  const points = new Map(map.drawnCurves?.find(({ persona }) => persona === null)?.points.map(({ step, value }) => [step, value]))
  const named = map.stages.flatMap((stage): ListRow[] =>
    stage.steps.map((step) => ({ stage: stage.name, step: step.name, score: points.get(step.id) ?? null })),
  )
  const lanes = map.lanes.map(({ name }): ListRow => ({ lane: name }))
  const cards = map.cards
    .filter((card) => card.hidden !== true)
    .map((card): ListRow => {
      const stage = map.stages.find(({ id }) => id === card.stage)
      const step = stage?.steps.find(({ id }) => id === card.step)
      return {
        stage: stage?.name ?? '',
        step: step?.name ?? '',
        lane: laneNames.get(card.lane) ?? '',
        text: card.body.kind === 'touchpoint' ? card.body.touchpoint : cellText(card),
        channel: card.body.kind === 'touchpoint' ? card.body.channel : '',
        owner: card.owner ?? '',
      }
    })
  const keys = ['stage', 'step', 'lane', 'text', 'channel', 'owner', 'score'] as const
  return answerToCsv(
    [...named, ...lanes, ...cards],
    keys.map((name): CsvColumn<ListRow> => ({ name, value: (row) => row[name] ?? '' })),
  )
}

type ListRow = Partial<Readonly<Record<'stage' | 'step' | 'lane' | 'text' | 'channel' | 'owner', string>>> & {
  readonly score?: number | null
}

function cellText(card: Card): string {
  const { body } = card
  if (body.kind === 'text') return body.text
  if (body.kind === 'touchpoint') return body.channel === '' ? body.touchpoint : `${body.touchpoint} (${body.channel})`
  return cardSentence({ body, standing: card.standing })
}

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
