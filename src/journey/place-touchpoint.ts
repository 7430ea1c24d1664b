import type { Template } from './template.ts'
import { touchpointWords } from './touchpoint-words.ts'

/** Where a template puts a touchpoint, and the words that decided it. */
export interface Placement {
  /** Index into the template's stages. */
  readonly stage: number
  readonly match: string
}

/** The stage whose longest matching phrase is longest, then the earlier stage; undefined when no phrase matches as whole words. */
export function placeTouchpoint(template: Template, name: string): Placement | undefined {
  const words = ` ${touchpointWords(name)} `
  let best: Placement | undefined
  template.stages.forEach(({ matches }, stage) => {
    for (const match of matches) {
      if (words.includes(` ${match} `) && match.length > (best?.match.length ?? 0)) best = { stage, match }
    }
  })
  return best
}
