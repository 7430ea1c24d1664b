import type { PutEvidence } from '../../../contract/evidence.ts'
import { request } from '../../api/request.ts'

/** Puts evidence on a card and returns its id; rejects with a `ProblemError`. */
export async function putEvidence(map: string, card: string, payload: PutEvidence): Promise<string> {
  const path = `/maps/${map}/cards/${encodeURIComponent(card)}/evidence`
  return (await request<{ readonly evidence: string }>(path, { method: 'POST', body: payload })).evidence
}
