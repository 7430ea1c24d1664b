export type StateStoreCode = 'newer_version' | 'name_taken' | 'person_taken' | 'last_owner' | 'unreachable' | 'in_use' | 'disk_full'

/** Why the state store refused; `message` is a sentence for the person who asked. */
export class StateStoreError extends Error {
  readonly code: StateStoreCode
  constructor(code: StateStoreCode, message: string, options?: ErrorOptions) {
    super(message, options)
    this.code = code
  }
}
