/** A first guess at a source's name from its files' names: "zendesk_tickets-2025.csv.gz" → "Zendesk tickets". */
export function sourceName(files: readonly string[]): string {
  const [first = ''] = files
  const words = first
    .replace(/\.(gz|zip)$/i, '')
    .replace(/\.[a-z0-9]{2,8}$/i, '')
    .replace(/[_\-.]+/g, ' ')
    .replace(/\b\d{4,}\b|\b\d{1,2}\b/g, '')
    .replace(/\s+/g, ' ')
    .trim()
  return words === '' ? 'Files' : words.charAt(0).toUpperCase() + words.slice(1)
}
