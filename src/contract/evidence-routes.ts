import { cardEvidenceParamsSchema, cardParamsSchema, citedSchema, putEvidenceSchema } from './evidence.ts'
import { json, nothing, route } from './route.ts'

/** Evidence that people put on cards. */
export const evidenceRoutes = {
  putEvidence: route({
    method: 'POST',
    path: '/api/v1/maps/:id/cards/:card/evidence',
    tag: 'maps',
    summary: 'Put a number, a verbatim, a highlight or a document on a card; numbers and words are looked up again',
    params: cardParamsSchema,
    body: putEvidenceSchema,
    reply: json(citedSchema, 201),
    errors: [
      'map_not_found',
      'card_not_found',
      'bad_question',
      'definition_not_found',
      'number_differs',
      'verbatim_not_found',
      'note_not_found',
      'highlight_not_found',
      'query_too_large',
      'query_too_slow',
      'engine_stopped',
    ],
  }),
  takeEvidence: route({
    method: 'DELETE',
    path: '/api/v1/maps/:id/cards/:card/evidence/:evidence',
    tag: 'maps',
    summary: 'Take evidence off a card; the map keeps it, so that this can be undone',
    params: cardEvidenceParamsSchema,
    reply: nothing,
    errors: ['map_not_found', 'card_not_found', 'evidence_not_found'],
  }),
}
