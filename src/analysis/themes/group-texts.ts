import { communities } from './communities.ts'
import { termGraph } from './term-graph.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface Grouping {
  /** Each text's group, largest first; −1: in none. */
  readonly groupOf: Int32Array
  readonly groups: number
}

/** A group of fewer than five texts, or of less than one in so many, is none. */
const leastShare = 500
/** How many words of all texts are put to each group's own, so that a rare word alone decides nothing. */
const mostWeight = 300
/** Of few texts fewer words are put: one in so many. */
const weightShare = 80
/** What each word of a text must speak for its group rather than for all texts, in natural log units. */
const mostFit = 1
/** A theme that most texts speak of cannot differ much from all of them: then this part of what it could. */
const fitShare = 0.5
/** Below 1: fewer and larger groups, as people would name them. */
const resolution = 0.7
const sweeps = 6

/**
 * Texts that speak of the same. Terms that go together more than chance would bring are the parts of a graph; each text begins in
 * the part that holds most of its terms, then moves to the group whose words make it likeliest (Dirichlet-smoothed multinomial,
 * itself left out) until hardly any moves. A text that its group's words hardly explain stays in none. Chance has no part in it,
 * nor has the order of the texts. Yields the share done.
 */
export function* groupTexts(vocabulary: Vocabulary): Generator<number, Grouping> {
  if (vocabulary.terms.length === 0) return { groupOf: new Int32Array(vocabulary.texts.length).fill(-1), groups: 0 }
  const part = communities(termGraph(vocabulary), resolution)
  yield 0.4
  let groupOf = numbered(Int32Array.from(vocabulary.texts, ({ terms }) => mostTold(terms, part, vocabulary)))
  for (let sweep = 0; sweep < sweeps; sweep++) {
    const next = numbered(withoutSmall(moveTexts(vocabulary, groupOf)))
    const moved = next.reduce((sum, group, text) => sum + (group === groupOf[text] ? 0 : 1), 0)
    groupOf = next
    yield 0.4 + (0.6 * (sweep + 1)) / sweeps
    if (moved < groupOf.length / 1000) break
  }
  return leaveOut(vocabulary, groupOf)
}

/** The part that most of a text's terms lie in; rare ones tell more. */
function mostTold(terms: Int32Array, part: Int32Array, { counts, texts }: Vocabulary): number {
  const votes = new Map<number, number>()
  for (const term of terms) votes.set(part[term]!, (votes.get(part[term]!) ?? 0) + Math.log(texts.length / counts[term]!))
  let best = -1
  let most = 0
  for (const [one, vote] of votes) if (vote > most || (vote === most && one < best)) [best, most] = [one, vote]
  return best
}

interface Group {
  texts: number
  words: number
  /** Texts of the group that hold each term. */
  readonly counts: Map<number, number>
}
function countGroups({ texts }: Vocabulary, groupOf: Int32Array): readonly Group[] {
  const groups: Group[] = []
  groupOf.forEach((group, text) => {
    if (group < 0) return
    const { terms } = texts[text]!
    while (groups.length <= group) groups.push({ texts: 0, words: 0, counts: new Map() })
    const own = groups[group]!
    own.texts += 1
    own.words += terms.length
    for (const term of terms) own.counts.set(term, (own.counts.get(term) ?? 0) + 1)
  })
  return groups
}

interface Prior {
  /** Each term's share of all terms. */
  readonly shares: Float64Array
  readonly weight: number
}
function priorOf({ counts }: Vocabulary): Prior {
  const all = counts.reduce((sum, count) => sum + count, 0)
  return { shares: Float64Array.from(counts, (count) => count / all), weight: Math.max(1, Math.min(mostWeight, all / weightShare)) }
}

/** Each text to its likeliest group; one without terms of the vocabulary to none. */
function moveTexts(vocabulary: Vocabulary, groupOf: Int32Array): Int32Array {
  const prior = priorOf(vocabulary)
  const { shares, weight } = prior
  const groups = countGroups(vocabulary, groupOf)
  const width = groups.length
  const table = new Float32Array(shares.length * width)
  groups.forEach(({ counts }, group) => {
    for (const [term, count] of counts) table[term * width + group] = Math.log(count / (weight * shares[term]!) + 1)
  })
  const share = groups.map(({ texts }) => Math.log(texts))
  const word = groups.map(({ words }) => Math.log(weight / (words + weight)))
  const fits = new Float64Array(width)
  return Int32Array.from(vocabulary.texts, ({ terms }, text) => {
    if (terms.length === 0) return -1
    for (let group = 0; group < width; group++) fits[group] = share[group]! + terms.length * word[group]!
    for (const term of terms) for (let group = 0; group < width; group++) fits[group]! += table[term * width + group]!
    const own = groupOf[text]!
    if (own >= 0) fits[own] = Math.log(groups[own]!.texts - 1) + fitWithoutItself(terms, groups[own]!, prior)
    return fits.reduce((best, fit, group) => (best < 0 || fit > fits[best]! ? group : best), -1)
  })
}

/** A text speaks for its own group by the others in it. */
function fitWithoutItself(terms: Int32Array, { words, counts }: Group, { shares, weight }: Prior): number {
  let fit = terms.length * Math.log(weight / (words - terms.length + weight))
  for (const term of terms) fit += Math.log((counts.get(term)! - 1) / (weight * shares[term]!) + 1)
  return fit
}

/** Texts whose words hardly speak for their group are in none. */
function leaveOut(vocabulary: Vocabulary, groupOf: Int32Array): Grouping {
  const prior = priorOf(vocabulary)
  const groups = countGroups(vocabulary, groupOf)
  const fitting = groupOf.map((group, text) => {
    if (group < 0) return -1
    const { terms } = vocabulary.texts[text]!
    const own = groups[group]!
    const least = Math.min(mostFit, fitShare * Math.log(vocabulary.texts.length / own.texts))
    return fitWithoutItself(terms, own, prior) / terms.length >= least ? group : -1
  })
  const kept = numbered(withoutSmall(fitting))
  return { groupOf: kept, groups: kept.reduce((most, group) => Math.max(most, group + 1), 0) }
}

function sizesOf(groupOf: Int32Array): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>()
  for (const group of groupOf) if (group >= 0) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  return sizes
}

function withoutSmall(groupOf: Int32Array): Int32Array {
  const sizes = sizesOf(groupOf)
  return groupOf.map((group) => ((sizes.get(group) ?? 0) < Math.max(5, groupOf.length / leastShare) ? -1 : group))
}

/** Numbered from 0 without holes, largest first. */
function numbered(groupOf: Int32Array): Int32Array {
  const order = [...sizesOf(groupOf)].toSorted((a, b) => b[1] - a[1] || a[0] - b[0])
  const place = new Map(order.map(([group], index) => [group, index]))
  return groupOf.map((group) => place.get(group) ?? -1)
}
