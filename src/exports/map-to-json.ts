import { canonicalJson } from '../journey/canonical-json.ts'
import type { JourneyMap } from '../journey/map.ts'

/** The map in its own file format, with keys in one fixed order: the same map gives the same bytes, and reading it back loses nothing. */
export function mapToJson(map: JourneyMap): string {
  return `${canonicalJson(map)}\n`
}
