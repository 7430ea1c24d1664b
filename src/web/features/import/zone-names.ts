/** Time zones by name: UTC, the browser's own and the given one first. */
export function zoneNames(present: string): readonly string[] {
  const own = Intl.DateTimeFormat().resolvedOptions().timeZone
  return [...new Set([present, 'UTC', own, ...Intl.supportedValuesOf('timeZone')])]
}
