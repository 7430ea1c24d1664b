/** The key of one point of a drawn curve: persona (empty for all) and step. A slash in a persona's id is written as %2F. */
export function curveKey(persona: string | null, step: string): string {
  return `${(persona ?? '').replaceAll('%', '%25').replaceAll('/', '%2F')}/${step}`
}

/** What a key names; undefined when it is no key of a curve. */
export function parseCurveKey(key: string): { readonly persona: string | null; readonly step: string } | undefined {
  const slash = key.indexOf('/')
  if (slash < 0 || slash === key.length - 1) return undefined
  const persona = key.slice(0, slash).replaceAll('%2F', '/').replaceAll('%25', '%')
  return { persona: persona === '' ? null : persona, step: key.slice(slash + 1) }
}
