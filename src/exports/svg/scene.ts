import type { JourneyMap } from '../../journey/map.ts'
import type { MapLayout } from '../layout/map-types.ts'
import type { Paint } from './paint.ts'

/** What every part of the picture needs: the map, its geometry, its colours. Parts draw in page coordinates from `y` on. */
export interface Scene {
  readonly map: JourneyMap
  readonly title: string
  readonly layout: MapLayout
  readonly paint: Paint
  /** Where the layout's x = 0 lies on the page. */
  readonly left: number
  readonly width: number
}

/** A part of the picture, drawn, and how much height it took. */
export interface Part {
  readonly markup: string
  readonly height: number
}
