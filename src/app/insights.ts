import type { InsightComment, InsightVerdict, JudgeInsight, SaidOfInsights } from '../contract/insights.ts'
import type { InsightStore, StoredVerdict } from '../state/insight-store.ts'
import type { Actor } from './actor.ts'
import { can, demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

/** Verdicts and comments shown at the most. */
const most = 5000

/** Everything that people said of insights. */
export async function saidOfInsights(actor: Actor, wend: Wend): Promise<SaidOfInsights> {
  demand(actor, 'look')
  const { insights } = wend.state
  return {
    verdicts: [...(await insights.verdicts(actor.workspace, most))],
    comments: [...(await insights.comments(actor.workspace, most))],
  }
}

/** Accepts, rejects or merges an insight in the place of an earlier verdict. Refuses with `bad_insight` when it would be merged into itself, also by way of others. */
export async function judgeInsight(
  actor: Actor,
  wend: Wend,
  { insight, verdict, into, title, note = '' }: JudgeInsight,
): Promise<InsightVerdict> {
  demand(actor, 'edit-workspace')
  if ((verdict === 'merged') !== (into !== undefined))
    throw new Refusal('bad_insight', 'Say into which insight it is merged with "into", and only then.')
  const before = await wend.state.insights.verdicts(actor.workspace, most)
  if (into !== undefined && standsFor(into, before) === insight)
    throw new Refusal('bad_insight', 'These two would be merged into each other. Take the other merge back first.')
  const said: StoredVerdict = { insight, verdict, into: into ?? null, title, note, by: actor.person.name, at: wend.world.now() }
  await wend.state.insights.judge(actor.workspace, said)
  return said
}

export async function takeBackVerdict(actor: Actor, wend: Wend, insight: string): Promise<void> {
  demand(actor, 'edit-workspace')
  await wend.state.insights.takeBack(actor.workspace, insight)
}

export async function commentInsight(
  actor: Actor,
  wend: Wend,
  { insight, text }: { readonly insight: string; readonly text: string },
): Promise<InsightComment> {
  demand(actor, 'comment')
  const comment = { id: wend.world.newId(), insight, text, by: actor.person.name, at: wend.world.now() }
  await wend.state.insights.comment(actor.workspace, comment)
  return comment
}

/** Removes one's own comment; who may delete maps may remove any. Refuses with `comment_not_found` or `not_your_comment`. */
export async function removeInsightComment(actor: Actor, wend: Wend, id: string): Promise<void> {
  demand(actor, 'comment')
  const found = (await wend.state.insights.comments(actor.workspace, most)).find((one) => one.id === id)
  if (!found) throw new Refusal('comment_not_found')
  if (found.by !== actor.person.name && !can(actor, 'delete-map')) throw new Refusal('not_your_comment')
  await wend.state.insights.removeComment(actor.workspace, id)
}

/** Insights that people rejected or merged into another: they are not put on maps. */
export async function hiddenInsights(insights: InsightStore, workspace: number): Promise<ReadonlySet<string>> {
  const verdicts = await insights.verdicts(workspace, most)
  return new Set(verdicts.filter(({ verdict }) => verdict !== 'accepted').map(({ insight }) => insight))
}

/** The insight that a merged one ends up in. */
function standsFor(insight: string, verdicts: readonly StoredVerdict[]): string {
  const into = new Map(verdicts.flatMap((one) => (one.into === null ? [] : [[one.insight, one.into] as const])))
  let at = insight
  for (let steps = 0; steps <= verdicts.length; steps++) {
    const next = into.get(at)
    if (next === undefined) return at
    at = next
  }
  return at
}
