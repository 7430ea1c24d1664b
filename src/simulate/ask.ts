import type { Ask, SurveyKind } from './company.ts'
import { csvLine } from './csv-line.ts'
import { chance, lognormal } from './distributions.ts'
import { opinion, topic } from './feelings.ts'
import { surveys } from './output.ts'
import { accountFields, type Person } from './person.ts'
import { say } from './say.ts'
import { answerOn } from './score-text.ts'
import type { Simulation } from './simulation.ts'
import { timeText } from './time-text.ts'
import { visit, type Spot } from './visit.ts'

const minuteMs = 60_000
const commentRate: Readonly<Record<SurveyKind, number>> = { nps: 0.55, csat: 0.45, ces: 0.3, stars: 0.8 }
const ratingRate = 0.4

/** Asks the person how it was at this touchpoint. Returns the time after the last answer. */
export function askAt(simulation: Simulation, person: Person, { state, at }: Spot): number {
  const touchpoint = simulation.touchpoints[state]
  if (!touchpoint) return at
  let now = at
  if (touchpoint.record.file === 'tickets' && touchpoint.record.part === 'solved') now = rate(simulation, person, now)
  for (const ask of touchpoint.ask ?? []) if (chance(simulation.random, ask.rate)) now = answer(simulation, person, { ask, at: now })
  return now
}

function answer(simulation: Simulation, person: Person, { ask, at }: { readonly ask: Ask; readonly at: number }): number {
  const { random, output, numbers, until } = simulation
  const answeredAt = Math.floor(at + 2000 + lognormal(random, ask.afterMs, 0.5))
  if (answeredAt >= until) return at
  const score = opinion(random, person, answeredAt)
  const text = chance(random, commentRate[ask.survey]) ? comment(simulation, person, { at: answeredAt, score }) : ''
  const about = ask.aboutRecord ? (person.row?.id ?? '') : ''
  const id = `r_${(++numbers.response).toString(36).padStart(6, '0')}`
  output.texts[surveys] += csvLine([
    id,
    person.id,
    ...accountFields(person),
    ask.survey,
    String(answerOn(ask.survey, score)),
    text,
    timeText(answeredAt),
    about,
  ])
  output.rows[surveys]++
  output.events[surveys]++
  person.files |= 1 << surveys
  visit(simulation, person, { state: simulation.surveyTouchpoint[ask.survey], at: answeredAt })
  return answeredAt
}

/** The question under a solved ticket. */
function rate(simulation: Simulation, person: Person, at: number): number {
  const { random, until } = simulation
  const ticket = person.ticket
  const ratedAt = Math.floor(at + lognormal(random, 30 * minuteMs, 1))
  if (!ticket || ratedAt >= until || !chance(random, ratingRate)) return at
  const score = opinion(random, person, ratedAt)
  ticket.ratedAt = ratedAt
  ticket.satisfaction = answerOn('csat', score)
  if (chance(random, 0.5)) ticket.comment = comment(simulation, person, { at: ratedAt, score })
  visit(simulation, person, { state: simulation.ratingTouchpoint, at: ratedAt })
  return ratedAt
}

function comment(simulation: Simulation, person: Person, { at, score }: { readonly at: number; readonly score: number }): string {
  const { random, company, tally } = simulation
  const theme = topic(random, company, { person, at, score })
  const words = company.words[theme]
  if (!words) return ''
  tally.texts[theme] = (tally.texts[theme] ?? 0) + 1
  return say(random, company, words)
}
