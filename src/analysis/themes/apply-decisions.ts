import type { ThemeAnchor, ThemeDecision } from '../../journey/theme-decision.ts'
import type { FoundTheme } from './find-themes.ts'

/** A theme after what people decided. */
export interface DecidedTheme {
  readonly id: string
  readonly name: string
  readonly namedBy: 'phrases' | 'person' | 'model'
  /** Places of the found themes it is made of, its own first. */
  readonly places: readonly number[]
  readonly excluded: boolean
  readonly summary?: ThemeDecision & { readonly change: { readonly kind: 'summary'; readonly text: string } }
}
export interface DecidedThemes {
  readonly themes: readonly DecidedTheme[]
  /** Decisions about themes that this run does not have; they are kept for a run that does. */
  readonly waiting: number
}

/** Keys that a decision is anchored to, of a found theme. */
export const anchorOf = ({ keyphrases }: FoundTheme): ThemeAnchor => keyphrases.map(({ key }) => key)

/** Its phrases that tell most, as one reads them. */
export const nameOf = ({ keyphrases }: FoundTheme): string => {
  const [first, second] = keyphrases
  if (!first) return ''
  return first.key.includes(' ') || !second ? first.phrase : `${first.phrase}, ${second.phrase}`
}

/** Themes with people's decisions, the earliest first, each on the theme that is most like the one it was made about. */
export function applyDecisions(found: readonly FoundTheme[], decisions: readonly ThemeDecision[]): DecidedThemes {
  const heads = found.map((_, place) => place)
  const headOf = (place: number): number => (heads[place] === place ? place : headOf(heads[place]!))
  const names = new Map<number, ThemeDecision>()
  const excluded = new Set<number>()
  const summaries = new Map<number, ThemeDecision>()
  let waiting = 0
  for (const decision of decisions.filter(counts).toSorted((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))) {
    const place = likest(found, decision.anchor)
    const { change } = decision
    const into = change.kind === 'merge' ? likest(found, change.into) : place
    if (place < 0 || into < 0) {
      waiting++
      continue
    }
    const head = headOf(place)
    if (change.kind === 'rename') names.set(head, decision)
    else if (change.kind === 'exclude') excluded.add(head)
    else if (change.kind === 'summary') summaries.set(head, decision)
    else if (headOf(into) !== head) heads[head] = headOf(into)
  }
  const themes = found.flatMap((theme, place): DecidedTheme[] => {
    if (headOf(place) !== place) return []
    const named = names.get(place)
    const places = [place, ...found.flatMap((_, other) => (other !== place && headOf(other) === place ? [other] : []))]
    const summary = summaries.get(place) as DecidedTheme['summary']
    return [
      {
        id: theme.id,
        name: named?.change.kind === 'rename' ? named.change.name : nameOf(theme),
        namedBy: named ? (named.model === null ? 'person' : 'model') : 'phrases',
        places,
        excluded: excluded.has(place),
        ...(summary && { summary }),
      },
    ]
  })
  return { themes, waiting }
}

const counts = (decision: ThemeDecision): boolean => decision.acceptedAt !== null && decision.undoneAt === null

/** Likeness that a theme must have to be the one that was meant, 0..1. */
const leastLikeness = 0.2

/** The found theme with the most of an anchor's keys, earlier keys weighing more on both sides; −1 when none is like it. */
function likest(found: readonly FoundTheme[], anchor: ThemeAnchor): number {
  let best = -1
  let most = leastLikeness
  for (const [place, theme] of found.entries()) {
    const like = likeness(anchor, anchorOf(theme))
    if (like > most) [best, most] = [place, like]
  }
  return best
}

function likeness(a: ThemeAnchor, b: ThemeAnchor): number {
  const weigh = (place: number): number => 1 / (place + 1)
  const total = (list: ThemeAnchor): number => list.reduce((sum, _, place) => sum + weigh(place), 0)
  const shared = a.reduce((sum, key, place) => {
    const there = b.findIndex((other) => other === key || ` ${other} `.includes(` ${key} `) || ` ${key} `.includes(` ${other} `))
    return there < 0 ? sum : sum + Math.min(weigh(place), weigh(there))
  }, 0)
  return shared / Math.max(1e-9, Math.min(total(a), total(b)))
}
