const letters = 'abcdefghijklmnopqrstuvwxyz0123456789'

/** A new random id: the kind, and a hundred bits. Works on pages without a secure context, where `randomUUID` is missing. */
export function newId<Id extends string>(kind: string): Id {
  const bytes = crypto.getRandomValues(new Uint8Array(20))
  return `${kind}-${[...bytes].map((byte) => letters[byte % letters.length]).join('')}` as Id
}
