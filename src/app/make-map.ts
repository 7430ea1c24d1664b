import type { NewMap } from '../contract/map-making.ts'
import type { MapSummary } from '../contract/maps.ts'
import { mapFromTemplate } from '../journey/map-from-template.ts'
import type { Actor } from './actor.ts'
import { saveMap } from './maps.ts'
import { demand } from './permission.ts'
import { templateNamed } from './saved-templates.ts'
import type { Wend } from './wend.ts'

/** An empty map, from a template or from nothing. Refuses with `template_not_found`. */
export async function makeMap(actor: Actor, wend: Wend, { title, template }: NewMap): Promise<MapSummary> {
  demand(actor, 'edit-map')
  return saveMap(actor, wend, mapFromTemplate(title, template === undefined ? undefined : await templateNamed(actor, wend, template)))
}
