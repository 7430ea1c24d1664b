const maxDepth = 64

/**
 * A JSON object as columns of text: nested objects become dotted names (`properties.page`), lists stay JSON text,
 * null becomes the empty text, numbers and true/false are written as JSON writes them.
 */
export function flattenJson(value: unknown): Map<string, string> {
  const columns = new Map<string, string>()
  flattenInto(columns, '', { value, depth: 0 })
  return columns
}

function flattenInto(
  columns: Map<string, string>,
  name: string,
  { value, depth }: { readonly value: unknown; readonly depth: number },
): void {
  if (typeof value === 'object' && value !== null && !Array.isArray(value) && depth < maxDepth) {
    for (const [key, child] of Object.entries(value))
      flattenInto(columns, name === '' ? key : `${name}.${key}`, { value: child, depth: depth + 1 })
  } else if (name !== '') columns.set(name, asText(value))
}

function asText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : JSON.stringify(value)
}
