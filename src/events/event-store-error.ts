/** Why the event store refused or failed; `message` is a sentence for the person who asked. */
export type EventStoreCode =
  | 'data_directory_in_use'
  | 'engine_stopped'
  | 'query_too_large'
  | 'query_too_slow'
  | 'unknown_customer'
  | 'unknown_column'
  | 'too_many_touchpoints'
  | 'bad_question'
  | 'file_unreadable'
  | 'disk_full'

export class EventStoreError extends Error {
  readonly code: EventStoreCode
  constructor(code: EventStoreCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
