import { UndoManager } from 'yjs'

/** Marks transactions that this person made with a command. */
export const ownEdit = { own: 'edit' } as const
/** Marks transactions that this person made by typing in a card. */
export const ownTyping = { own: 'typing' } as const

export const isOwnOrigin = (origin: unknown): boolean => origin === ownEdit || origin === ownTyping || origin instanceof UndoManager
