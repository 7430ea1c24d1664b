/**
 * A touchpoint's name as words to compare: camelCase split, lower case, punctuation and underscores as single spaces.
 * "checkoutStarted", "checkout_started" and "Checkout: started" are the same words.
 */
export function touchpointWords(name: string): string {
  return name
    .normalize('NFC')
    .replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}
