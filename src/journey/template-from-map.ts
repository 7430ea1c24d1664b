import type { JourneyMap } from './map.ts'
import type { Template } from './template.ts'
import { touchpointWords } from './touchpoint-words.ts'

/** A map's stages, steps and lanes as a template. The names of the touchpoints in a stage become its rules, each once. */
export function templateFromMap(map: JourneyMap, about: Pick<Template, 'name' | 'title' | 'summary' | 'audience'>): Template {
  const taken = new Set<string>()
  return {
    ...about,
    stages: map.stages.map(({ name, purpose, steps }) => ({
      name,
      purpose,
      steps: steps.map((step) => step.name),
      matches: steps
        .flatMap((step) => (step.touchpoints.length > 0 ? step.touchpoints : [step.name]))
        .map(touchpointWords)
        .filter((words) => words !== '' && !taken.has(words) && taken.add(words)),
    })),
    lanes: map.lanes.map(({ kind, name, hint }) => ({ kind, name, hint })),
  }
}
