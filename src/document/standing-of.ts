import type { Evidence } from '../journey/evidence.ts'
import type { CardBody } from '../journey/map.ts'
import type { Standing } from '../journey/standing.ts'

/**
 * What a card made by hand rests on, from its evidence: an answer makes it observed (n of the largest), customers' words
 * and interviews reported (n = how many), a document inferred. Without any it is assumed, or no data where a KPI is unmeasured.
 */
export function standingOf(body: CardBody, evidence: readonly Evidence[]): Standing {
  const answers = evidence.flatMap((one) => (one.kind === 'answer' ? [one.n] : []))
  if (answers.length > 0) return { kind: 'observed', n: Math.max(...answers) }
  const words = evidence.filter(({ kind }) => kind === 'verbatim' || kind === 'highlight')
  const times = words.flatMap((one) => (one.kind === 'verbatim' ? [one.time] : []))
  if (words.length > 0) return { kind: 'reported', n: words.length, ...(times.length > 0 && { asOf: Math.max(...times) }) }
  if (evidence.length > 0) return { kind: 'inferred', rule: 'from a document' }
  return body.kind === 'kpi' && body.value === null ? { kind: 'no data' } : { kind: 'assumed' }
}
