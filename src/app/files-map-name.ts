import type { ExportFormat } from '../contract/maps.ts'
import type { JourneyMap } from '../journey/map.ts'
import { slug } from '../journey/slug.ts'

/** File name for a map: its title in plain letters, and the extension. */
export const mapFileName = ({ title }: Pick<JourneyMap, 'title'>, format: ExportFormat): string => `${slug(title)}.${format}`
