import { deleteComment, editComment, replyToThread } from '../app/comments.ts'
import { countThreads, listThreads, readThread, resolveThread, startThread } from '../app/comment-threads.ts'
import { listInbox, markAllRead, markRead } from '../app/inbox.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

type Names =
  | 'listThreads'
  | 'countThreads'
  | 'startThread'
  | 'readThread'
  | 'resolveThread'
  | 'replyToThread'
  | 'editComment'
  | 'deleteComment'
  | 'listInbox'
  | 'markRead'
  | 'markAllRead'

export const commentHandlers = (wend: Wend): Handlers<Names> => ({
  listThreads: ({ actor, params, query }) => listThreads(actor, wend, { ...query, map: params.id }),
  countThreads: ({ actor, params }) => countThreads(actor, wend, { map: params.id }),
  startThread: ({ actor, params, body }) => startThread(actor, wend, { ...body, map: params.id }),
  readThread: ({ actor, params, query }) => readThread(actor, wend, { map: params.id, thread: params.thread, page: query }),
  resolveThread: ({ actor, params, body }) => resolveThread(actor, wend, { map: params.id, thread: params.thread, ...body }),
  replyToThread: ({ actor, params, body }) => replyToThread(actor, wend, { map: params.id, thread: params.thread, ...body }),
  editComment: ({ actor, params: { id, ...of }, body }) => editComment(actor, wend, { map: id, ...of, ...body }),
  deleteComment: ({ actor, params: { id, ...of } }) => deleteComment(actor, wend, { map: id, ...of }),
  listInbox: ({ actor, query }) => listInbox(actor, wend, query),
  markRead: ({ actor, params, body }) => markRead(actor, wend, { id: params.id, read: body.read }),
  markAllRead: ({ actor }) => markAllRead(actor, wend),
})
