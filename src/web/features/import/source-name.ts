/** A first guess at a source's name from its files' names: "zendesk_tickets-2025.csv.gz" → "Zendesk tickets". */
export function sourceName(files: readonly string[]): string {
  const words = shared(files)
    .replace(/\.(gz|zip)$/i, '')
    .replace(/\.[a-z0-9]{2,8}$/i, '')
    .replace(/[_\-.]+/g, ' ')
    .replace(/\b\d{4,}\b|\b\d{1,2}\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? 'Files' : words.charAt(0).toUpperCase() + words.slice(1)
}

/** The one name, or the whole words that all names begin with; the first name where they share none. */
function shared(files: readonly string[]): string {
  const [first = '', ...others] = files
  if (others.length === 0) return first
  const parts = first.split(/(?<=[_\-. ])/)
  const common = parts.filter((_, index) => others.every((other) => other.startsWith(parts.slice(0, index + 1).join('')))).join('')
  return common.replace(/[^\p{L}]/gu, '').length > 2 ? common.replace(/[_\-. ]+$/, '') : first
}
