import type { Stage } from '../map.ts'
import { touchpointWords } from '../touchpoint-words.ts'
import { atMap, atStage, cardsIn, type CheckRule, laneKind } from './finding.ts'

/** Words of work that customers do not see. */
const internal = [
  'internal',
  'back office',
  'backstage',
  'assigned',
  'assign',
  'reassigned',
  'triage',
  'triaged',
  'routed',
  'routing',
  'approval',
  'credit check',
  'underwriting',
  'review by',
  'examine',
  'decide',
  'inspect',
  'sla',
  'queue',
  'queued',
  'group changed',
  'status changed',
  'categorised',
  'categorized',
  'prioritised',
  'prioritized',
  'note',
  'private comment',
  'handover',
  'provisioned',
  'sync',
  'batch',
  'lead score',
  'scored',
  'owner changed',
  'picked',
  'packed',
]

function isInternal(touchpoint: string): boolean {
  const words = ` ${touchpointWords(touchpoint)} `
  return internal.some((word) => words.includes(` ${word} `))
}

export const internalOnly: CheckRule = (map) =>
  map.stages.flatMap((stage) => {
    const touchpoints = stage.steps.flatMap((step) => step.touchpoints)
    const backstage = cardsIn(map, stage).filter((card) => laneKind(map, card) === 'backstage').length
    const onlyBackstage = touchpoints.length === 0 && backstage > 0 && backstage === cardsIn(map, stage).length
    if (!onlyBackstage && (touchpoints.length === 0 || !touchpoints.every(isInternal))) return []
    return [
      {
        code: 'internal-only',
        severity: 'medium',
        place: atStage(stage),
        message: `"${stage.name}" shows only work that the customer does not see.`,
        remedy: 'Add what the customer does, sees or waits for here, or move it to a lane behind the scenes.',
      },
    ]
  })

const buying = [
  'purchase',
  'purchased',
  'buy',
  'order',
  'placed',
  'checkout',
  'payment',
  'contract',
  'signed',
  'decision',
  'closed won',
  'deal won',
  'confirmation',
]
const holds = (texts: readonly string[], words: readonly string[]) =>
  texts.some((text) => words.some((word) => ` ${touchpointWords(text)} `.includes(` ${word} `)))
const saysPurchase = (stage: Stage) => holds([stage.name, ...stage.steps.flatMap((step) => step.touchpoints)], buying)

export const nothingAfterPurchase: CheckRule = (map) => {
  const last = map.stages.findIndex((stage, index) => saysPurchase(stage) && !map.stages.slice(index + 1).some(saysPurchase))
  if (last < 0) return []
  const after = map.stages.slice(last + 1)
  if (after.some((stage) => cardsIn(map, stage).length > 0)) return []
  return [
    {
      code: 'nothing-after-purchase',
      severity: 'high',
      place: after[0] ? atStage(after[0]) : atMap,
      message: 'The map ends where the customer has paid.',
      remedy: 'Import delivery, use, support or feedback records, or add a stage for what happens after the purchase.',
    },
  ]
}

export const emptyStage: CheckRule = (map) =>
  map.stages
    .filter((stage) => cardsIn(map, stage).length === 0)
    .map((stage) => ({
      code: 'empty-stage',
      severity: 'medium',
      place: atStage(stage),
      message: `"${stage.name}" has no card.`,
      remedy: 'Import records of this stage, add what people know about it, or remove the stage.',
    }))
