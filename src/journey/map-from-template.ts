import type { JourneyMap, LaneId, Stage, StageId, StepId } from './map.ts'
import { slug, uniqueIds } from './slug.ts'
import { generalLanes } from './standard-lanes.ts'
import type { Template } from './template.ts'

/** What a map from nothing begins with. */
const blankStages: Template['stages'] = [
  { name: 'Before', purpose: 'What brings people here, and what they expect.', matches: [] },
  { name: 'During', purpose: 'What they do, see and wait for.', matches: [] },
  { name: 'After', purpose: 'What they are left with, and what they tell others.', matches: [] },
]

/** A map without cards: the template's stages with their steps, and its lanes; without a template three stages and the usual lanes. */
export function mapFromTemplate(title: string, template?: Pick<Template, 'stages' | 'lanes'>): JourneyMap {
  const id = uniqueIds()
  const { stages, lanes } = template ?? { stages: blankStages, lanes: generalLanes }
  return {
    format: 'wend-map/1',
    title,
    summary: '',
    kind: 'as-is',
    personas: [],
    stages: stages.map(({ name, purpose, steps = [] }): Stage => {
      const stage = id(slug(name)) as StageId
      const names = steps.length > 0 ? steps : [name]
      return {
        id: stage,
        name,
        purpose,
        rule: template ? 'from the template' : '',
        steps: names.map((step) => ({ id: id(slug(`${stage}-${step}`)) as StepId, name: step, touchpoints: [] })),
      }
    }),
    lanes: lanes.map(({ kind, name, hint }) => ({ id: id(`lane-${slug(name)}`) as LaneId, kind, name, hint })),
    cards: [],
  }
}
