import { atCard, atMap, type CheckRule, day } from './finding.ts'

export const noEvidence: CheckRule = (map) =>
  map.cards
    .filter(({ evidence, standing, findOut }) => evidence.length === 0 && standing.kind !== 'no data' && findOut === undefined)
    .map((card) => ({
      code: 'no-evidence',
      severity: card.standing.kind === 'assumed' ? 'low' : 'high',
      place: atCard(card),
      message:
        card.standing.kind === 'assumed'
          ? 'This card is an assumption that nobody has shown.'
          : `This card claims to be ${card.standing.kind} but names no evidence.`,
      remedy:
        card.standing.kind === 'assumed'
          ? 'Link what supports it, or make it a to-do: somebody is to find out.'
          : 'Link a number, a verbatim or a document that supports it, or mark it as assumed.',
    }))

export const assumedShare: CheckRule = ({ cards }) => {
  const assumed = cards.filter(({ standing }) => standing.kind === 'assumed').length
  if (cards.length === 0 || assumed <= cards.length / 3) return []
  return [
    {
      code: 'mostly-assumed',
      severity: assumed > (2 * cards.length) / 3 ? 'high' : 'medium',
      place: atMap,
      message: `${assumed} of ${cards.length} cards are assumptions.`,
      remedy: 'Test the assumptions that a decision hangs on first: ask customers, or import the records that would show it.',
    },
  ]
}

export const singleSource: CheckRule = ({ basis }) => {
  const [only, second] = basis?.sources ?? []
  if (!only || second) return []
  return [
    {
      code: 'single-source',
      severity: 'medium',
      place: atMap,
      message: `Everything computed here comes from one source, ${only.name}.`,
      remedy: 'Import a second kind of record, such as support tickets or a survey, so that one system does not tell the whole story.',
    },
  ]
}

export const stale: CheckRule = (map, { now, staleDays }) => {
  const limit = now - staleDays * day
  const age = (time: number) => Math.floor((now - time) / day)
  const newest = map.basis?.to
  if (newest !== undefined && newest !== null && newest < limit) {
    const message = `The newest event behind this map is ${age(newest)} days old.`
    return [{ code: 'stale', severity: 'high', place: atMap, message, remedy: 'Import newer records and compute the map again.' }]
  }
  return map.cards.flatMap((card) => {
    const { asOf } = card.standing
    if (asOf === undefined || asOf >= limit) return []
    return [
      {
        code: 'stale',
        severity: 'low',
        place: atCard(card),
        message: `The newest thing this card rests on is ${age(asOf)} days old.`,
        remedy: 'See whether it still holds, and link something newer.',
      },
    ]
  })
}
