import * as highlights from '../app/highlights.ts'
import * as notes from '../app/notes.ts'
import type { Wend } from '../app/wend.ts'
import type { researchRoutes } from '../contract/research-routes.ts'
import type { Handlers } from './handler.ts'

export const researchHandlers = (wend: Wend): Handlers<keyof typeof researchRoutes> => ({
  listNotes: ({ actor, query: { q, removed, ...rest } }) =>
    notes.listNotes(actor, wend, { ...rest, words: q, removed: removed === 'true' }),
  addNote: ({ actor, body }) => notes.addNote(actor, wend, body),
  uploadNote: ({ actor, query, body }) => notes.uploadNote(actor, wend, { name: query.name, bytes: body }),
  getNote: ({ actor, params }) => notes.getNote(actor, wend, params.id),
  changeNote: ({ actor, params, body }) => notes.changeNote(actor, wend, { ...body, id: params.id }),
  removeNote: ({ actor, params }) => notes.removeNote(actor, wend, params.id),
  restoreNote: ({ actor, params }) => notes.restoreNote(actor, wend, params.id),
  addHighlight: ({ actor, params, body }) => highlights.addHighlight(actor, wend, { ...body, id: params.id }),
  changeHighlight: ({ actor, params, body }) => highlights.changeHighlight(actor, wend, { ...body, ...params }),
  removeHighlight: ({ actor, params }) => highlights.removeHighlight(actor, wend, params),
  restoreHighlight: ({ actor, params }) => highlights.restoreHighlight(actor, wend, params),
  searchHighlights: ({ actor, query: { q, ...rest } }) => highlights.searchHighlights(actor, wend, { ...rest, words: q }),
  listTags: ({ actor }) => highlights.listTags(actor, wend),
  renameTag: ({ actor, body }) => highlights.renameTag(actor, wend, body),
})
