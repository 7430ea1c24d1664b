/**
 * Every error that Wend answers with: its HTTP status and a sentence for the person who asked.
 * The sentence is the fallback; most errors carry a more exact one that names the file, line or field.
 */
export const errors = {
  bad_json: { status: 400, sentence: 'The body is not valid JSON. Check for a missing comma or quote.' },
  bad_request: { status: 400, sentence: 'The request does not have the expected shape. See `details` for the fields to mend.' },
  bad_recipe: { status: 400, sentence: 'The recipe does not say how these files become events. See `details` for the lines to mend.' },
  bad_question: { status: 400, sentence: 'The question cannot be asked this way. See `details` for the fields to mend.' },
  bad_definition: { status: 400, sentence: 'The journey definition cannot be used. See `details` for the fields to mend.' },
  file_name_missing: { status: 400, sentence: 'Say what the file is called: add ?name=… to the address.' },
  not_allowed: { status: 403, sentence: 'Your role in this workspace does not allow this. Ask an owner to do it or to change your role.' },
  not_your_comment: { status: 403, sentence: 'Only who wrote a comment can change or delete it. Reply to it instead.' },
  not_your_version: { status: 403, sentence: 'Only who named this version, or an owner, can delete it.' },
  wrong_host: { status: 403, sentence: 'Wend answers only at the address it printed when it started. Open that address.' },
  wrong_origin: { status: 403, sentence: 'This page may not change anything in Wend. Use Wend at the address it printed when it started.' },
  note_not_found: {
    status: 404,
    sentence: 'There is no such note in this workspace. It may have been removed; the list of notes can bring it back.',
  },
  highlight_not_found: { status: 404, sentence: 'There is no such highlight in this note. It may have been removed.' },
  tag_not_found: { status: 404, sentence: 'Nothing carries this tag. Somebody may have renamed it.' },
  asset_not_found: { status: 404, sentence: 'There is no such picture in this workspace.' },
  route_not_found: { status: 404, sentence: 'There is nothing at this address. /api/openapi.json lists all of them.' },
  upload_not_found: {
    status: 404,
    sentence: 'This upload is not there. It may have been imported and cleared away; upload the file again.',
  },
  import_not_found: { status: 404, sentence: 'There is no import of this number in this workspace.' },
  job_not_found: { status: 404, sentence: 'There is no such job in this workspace.' },
  definition_not_found: { status: 404, sentence: 'There is no such journey definition in this workspace.' },
  template_not_found: { status: 404, sentence: 'There is no such template. GET /api/v1/templates lists them.' },
  map_not_found: { status: 404, sentence: 'There is no such map in this workspace. It may have been deleted.' },
  person_not_found: { status: 404, sentence: 'There is no such person in this workspace.' },
  thread_not_found: { status: 404, sentence: 'There is no such comment thread on this map. It may have been deleted.' },
  comment_not_found: { status: 404, sentence: 'There is no such comment. It may have been deleted.' },
  target_not_found: { status: 404, sentence: 'What you comment on is not on the map any more. Choose another card or stage.' },
  notification_not_found: { status: 404, sentence: 'There is no such line in your inbox. Its comment may have been deleted.' },
  version_not_found: { status: 404, sentence: 'There is no such version of this map. It may have been thinned out or deleted.' },
  card_not_found: { status: 404, sentence: 'There is no such card on this map.' },
  evidence_not_found: { status: 404, sentence: 'This card has no evidence of that number, or none that journeys can be opened for.' },
  unknown_customer: { status: 404, sentence: 'No event of such a customer is stored. Check the id, as it is written in the source.' },
  persona_not_found: { status: 404, sentence: 'There is no such persona in this workspace. It may have been removed.' },
  persona_without_rule: {
    status: 409,
    sentence: 'This persona has no rule that says which journeys are its own. Give it one, then the map can be read for it.',
  },
  too_many_personas: { status: 409, sentence: 'A workspace holds at most 200 personas. Remove one that nobody uses.' },
  quote_not_found: { status: 422, sentence: 'Nobody said this at that time. Copy the sentence as it stands in the customer’s history.' },
  touchpoint_not_found: { status: 404, sentence: 'There is no such touchpoint in the library. It may have been removed or merged.' },
  touchpoint_in_use: { status: 409, sentence: 'A touchpoint of this name exists already. Choose another name, or merge the two.' },
  touchpoint_with_itself: { status: 409, sentence: 'A touchpoint cannot be merged with itself. Choose another.' },
  library_full: { status: 409, sentence: 'The library holds at most 2,000 touchpoints and 10,000 rules. Let one rule take many names.' },
  no_data: { status: 409, sentence: 'There are no events yet. Import a file first, or try the demo company.' },
  not_empty: { status: 409, sentence: 'This workspace already has data. The demo company is only put into an empty workspace.' },
  nothing_refused: { status: 409, sentence: 'This import refused no rows, so there is nothing to replay.' },
  definition_built_in: { status: 409, sentence: 'This definition comes with Wend and stays as it is. Make a copy and change that.' },
  definition_in_use: { status: 409, sentence: 'A definition of this name exists already. Choose another name.' },
  person_in_use: { status: 409, sentence: 'Somebody of this name is here already. Choose another name.' },
  last_owner: { status: 409, sentence: 'A workspace has at least one owner. Make somebody else an owner first.' },
  thread_full: { status: 409, sentence: 'This thread has as many comments as one can hold. Start another one.' },
  too_many_threads: { status: 409, sentence: 'This map has as many comment threads as one can hold.' },
  too_many_mentions: { status: 409, sentence: 'A comment can mention at most 50 people.' },
  too_many_versions: { status: 409, sentence: 'This map has as many named versions as it can hold. Delete one first.' },
  map_by_hand: { status: 409, sentence: 'This map was drawn by hand, so no question can be asked again for it.' },
  map_not_saved: { status: 507, sentence: 'The change could not be stored, so nothing was changed. Make room on the disk and try again.' },
  too_many_maps_open: { status: 429, sentence: 'Too many maps are open at once. Close a tab and try again.' },
  data_directory_in_use: { status: 409, sentence: 'Another Wend uses this data directory. Stop it first, or choose another directory.' },
  upload_too_large: { status: 413, sentence: 'The file is larger than this Wend accepts. Split it, or raise WEND_MAX_UPLOAD_BYTES.' },
  note_changed: { status: 409, sentence: 'Somebody changed this note meanwhile. Open it again and repeat what you did.' },
  too_many_highlights: { status: 409, sentence: 'This note has 5,000 highlights already. Remove some, or split the note.' },
  number_differs: { status: 409, sentence: 'The question has another answer now. See `details` for the right number.' },
  verbatim_not_found: {
    status: 404,
    sentence: 'No event holds these words of this customer at this time. Open the customer again and choose the words there.',
  },
  note_too_large: { status: 413, sentence: 'A note holds at most 2 MB of text, which is a thousand pages. Split it into several notes.' },
  asset_too_large: { status: 413, sentence: 'The picture is larger than 8 MB. Make it smaller, or save it as JPEG or WebP, and add that.' },
  body_too_large: { status: 413, sentence: 'The request is larger than accepted. Large files go to /api/v1/uploads.' },
  disk_full: {
    status: 507,
    sentence: 'There is no room left on the disk of the data directory. Make room and try again; nothing was stored.',
  },
  wrong_media_type: { status: 415, sentence: 'Send application/json here; files go to /api/v1/uploads as application/octet-stream.' },
  note_unreadable: { status: 422, sentence: 'This file cannot be read as a note. Add Markdown, TXT, DOCX, VTT or SRT, or paste the text.' },
  asset_refused: { status: 422, sentence: 'This file is not a PNG, JPEG, WebP or GIF picture. Save it as one of these and add that.' },
  file_unreadable: { status: 422, sentence: 'The file cannot be read. It may be damaged, empty or of another kind than its name says.' },
  unknown_column: {
    status: 422,
    sentence: 'The recipe names a column that the file does not have. Compare it with the columns in the preview.',
  },
  too_many_touchpoints: {
    status: 422,
    sentence: 'The data names too many touchpoints to draw journeys from. Map the touchpoint names to fewer in the recipe.',
  },
  map_unreadable: { status: 422, sentence: 'The file could not be read as a map. The lines to mend are listed.' },
  map_too_large: { status: 413, sentence: 'A file with a map has at most 10 MB. Split it, or leave pictures out.' },
  template_built_in: { status: 409, sentence: 'This template comes with Wend and stays.' },
  too_many_templates: { status: 409, sentence: 'This workspace has 500 templates of its own. Delete some first.' },
  export_failed: { status: 422, sentence: 'The map could not be drawn in this format.' },
  query_too_large: { status: 422, sentence: 'The question needs more memory than it is given. Narrow the time range or add a filter.' },
  query_too_slow: { status: 422, sentence: 'The question took too long and was stopped. Narrow the time range or add a filter.' },
  too_many_jobs: { status: 429, sentence: 'Too many jobs are waiting. Wait until some are done, or cancel one.' },
  too_many_streams: { status: 429, sentence: 'Too many progress streams are open. Close a tab and try again.' },
  cancelled: { status: 499, sentence: 'This was cancelled before it was done.' },
  internal_error: { status: 500, sentence: 'Something went wrong inside Wend. The log of the server has the cause.' },
  engine_stopped: {
    status: 503,
    sentence: 'The event engine stopped and is starting again. Nothing that was acknowledged is lost; try again in a moment.',
  },
  state_unreachable: {
    status: 503,
    sentence: 'The database of the state does not answer. Nothing that was acknowledged is lost; try again in a moment.',
  },
  shutting_down: { status: 503, sentence: 'Wend is shutting down.' },
  interrupted: {
    status: 503,
    sentence: 'Wend stopped while this was running. Start it again; what was stored already will not be stored twice.',
  },
} as const satisfies Readonly<Record<string, ErrorEntry>>

export interface ErrorEntry {
  readonly status: number
  readonly sentence: string
}

export type ErrorCode = keyof typeof errors

export const errorCodes = Object.keys(errors) as readonly ErrorCode[]
