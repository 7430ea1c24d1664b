export interface Ledger {
  readonly read: number
  readonly stored: number
  readonly refused: number
  readonly duplicates: number
  readonly unused: number
}

/** What a ledger fails to account for; 0 always, and shown loudly if it ever is not. */
export const unaccounted = (rows: Ledger): number => rows.read - rows.stored - rows.refused - rows.duplicates - rows.unused
