import type { JourneyMap } from './map.ts'

/** Whether people changed the stages of a computed map since it was computed, so that numbers or the river are missing. */
export const hasLostNumbers = ({ basis, river, stages }: Pick<JourneyMap, 'basis' | 'river' | 'stages'>): boolean =>
  basis !== undefined &&
  (river === undefined || stages.some(({ numbers, steps }) => !numbers && steps.some(({ touchpoints }) => touchpoints.length > 0)))
