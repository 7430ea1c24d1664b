/** An address that may be a link: http, https or mailto only; undefined for anything else. */
export function safeAddress(address: string | undefined): string | undefined {
  if (address === undefined) return undefined
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol) ? address : undefined
  } catch {
    return undefined
  }
}
