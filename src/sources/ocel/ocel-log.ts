/** One object of an object-centric event log (OCEL). */
export interface OcelObject {
  readonly id: string
  readonly type: string
  /** In file order; `time` '' where the value holds from the beginning. */
  readonly attributes: readonly { readonly name: string; readonly value: string; readonly time: string }[]
  /** Objects that it names, in file order. */
  readonly related: readonly string[]
}

/** One event of an object-centric event log, not yet tied to any one object. */
export interface OcelEvent {
  readonly id: string
  readonly type: string
  readonly time: string
  readonly attributes: readonly { readonly name: string; readonly value: string }[]
  readonly objects: readonly { readonly id: string; readonly qualifier: string }[]
  /** 1-based, where it begins in the file. */
  readonly line: number
}

export type OcelEntry =
  | { readonly kind: 'object-type'; readonly name: string }
  | { readonly kind: 'object'; readonly object: OcelObject }
  | { readonly kind: 'event'; readonly event: OcelEvent }

/** A file that cannot be read as OCEL. */
export class OcelError extends Error {
  readonly line: number
  /** The text ended before the log did. */
  readonly cutOff: boolean
  constructor(message: string, line: number, cutOff = false) {
    super(message)
    this.line = line
    this.cutOff = cutOff
  }
}

/** Columns of an OCEL log's rows that are not attributes. */
export const ocelColumns = {
  event: 'ocel:event',
  activity: 'ocel:activity',
  time: 'ocel:time',
  object: 'ocel:object',
  type: 'ocel:type',
  qualifier: 'ocel:qualifier',
  line: 'ocel:line',
  /** The id of an object that the log does not list. */
  unlisted: 'ocel:unlisted',
} as const
/** The object of some type that belongs to the row's object. */
export const ofType = (type: string): string => `type:${type}`
/** An attribute of the row's object, as it was at the event's time. */
export const ofObject = (attribute: string): string => `object:${attribute}`
