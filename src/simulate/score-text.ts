import type { SurveyKind } from './company.ts'

const steps: Readonly<Record<SurveyKind, readonly [lowest: number, highest: number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  stars: [1, 5],
  ces: [1, 7],
}

/** −1..+1 as an answer on the survey's own scale (CES: 7 is easy). */
export function answerOn(survey: SurveyKind, opinion: number): number {
  const [lowest, highest] = steps[survey]
  return lowest + Math.round(((opinion + 1) / 2) * (highest - lowest))
}
