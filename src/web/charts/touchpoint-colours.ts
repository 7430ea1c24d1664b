import type { Palette } from '../../exports/tokens.ts'

/** A colour for each touchpoint in order of first appearance; after the palette's quiet hues are used up they repeat. Names stay the main sign. */
export function touchpointColours(paths: readonly (readonly string[])[], palette: Palette): ReadonlyMap<string, string> {
  const hues = [...new Set(Object.values(palette.lanes))]
  const names = [...new Set(paths.flat())]
  return new Map(names.map((name, index) => [name, hues[index % hues.length] ?? palette.accent]))
}
