import type { EvidenceRequest, OpenedEvidence } from '../contract/maps.ts'
import type { Evidence } from '../journey/evidence.ts'
import type { JourneyMap } from '../journey/map.ts'
import type { MembersQuestion } from '../journey/question.ts'
import type { Actor } from './actor.ts'
import { checkQuestion } from './ask-question.ts'
import { loadMap } from './maps.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export type OpenInput = EvidenceRequest & { readonly id: string; readonly signal: AbortSignal }

/**
 * Asks the question behind a card's number again, with the definition the map was computed with, and lists the
 * journeys it counts. Refuses with `map_not_found`, `card_not_found`, `evidence_not_found` or `map_by_hand`.
 */
export async function openEvidence(
  actor: Actor,
  wend: Wend,
  { id, card, evidence: index, limit, offset, signal }: OpenInput,
): Promise<OpenedEvidence> {
  demand(actor, 'look')
  const { map } = await loadMap(actor, wend, id)
  const evidence = answerBehind(map, card, index)
  const definition = evidence.definition ?? map.basis?.definition
  if (!definition) throw new Refusal('map_by_hand')
  const answer = await wend.events.ask(actor.workspace, definition, checkQuestion(evidence.question, wend.limits), signal)
  const members: MembersQuestion | undefined = evidence.pick && {
    question: 'members',
    of: evidence.question,
    pick: evidence.pick,
    limit,
    offset,
  }
  return {
    label: evidence.label,
    value: evidence.value,
    n: evidence.n,
    answer: answer as OpenedEvidence['answer'],
    members: members
      ? ((await wend.events.ask(actor.workspace, definition, checkQuestion(members, wend.limits), signal)) as OpenedEvidence['answer'])
      : null,
  }
}

function answerBehind(map: JourneyMap, cardId: string, index: number): Extract<Evidence, { kind: 'answer' }> {
  const card = map.cards.find((one) => one.id === cardId)
  if (!card) throw new Refusal('card_not_found')
  const evidence = card.evidence[index]
  if (evidence?.kind !== 'answer') throw new Refusal('evidence_not_found')
  return evidence
}
