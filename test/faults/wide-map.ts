import { mapFormat, type CardId, type JourneyMap, type LaneId, type StageId, type StepId } from '../../src/journey/map.ts'
import { standardLanes } from '../../src/journey/standard-lanes.ts'

const stages = 30
const lanes = ['actions', 'thoughts', 'needs', 'pain-points', 'opportunities', 'backstage'] as const

/** A map drawn by hand with this many text cards, over 30 stages and 6 lanes. */
export function wideMap(cards: number): JourneyMap {
  return {
    format: mapFormat,
    title: 'Wide',
    summary: '',
    kind: 'as-is',
    personas: [],
    stages: Array.from({ length: stages }, (_, index) => ({
      id: `s${index}` as StageId,
      name: `Stage ${index}`,
      purpose: '',
      rule: '',
      steps: [{ id: `s${index}.step` as StepId, name: `Step ${index}`, touchpoints: [] }],
    })),
    lanes: lanes.map((kind) => ({ id: kind as string as LaneId, kind, name: standardLanes[kind].name, hint: '' })),
    cards: Array.from({ length: cards }, (_, index) => ({
      id: `c${index}` as CardId,
      lane: lanes[index % lanes.length] as string as LaneId,
      stage: `s${index % stages}` as StageId,
      step: `s${index % stages}.step` as StepId,
      body: { kind: 'text', text: `Card ${index}: what somebody wrote here in one line` },
      evidence: [],
      standing: { kind: 'assumed' },
    })),
  }
}
