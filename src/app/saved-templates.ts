import type { SaveTemplate } from '../contract/map-making.ts'
import { slug } from '../journey/slug.ts'
import type { Template } from '../journey/template.ts'
import { templateFromMap } from '../journey/template-from-map.ts'
import { templates } from '../journey/templates/index.ts'
import type { Actor } from './actor.ts'
import { findTemplate, templateLine, type TemplateLine } from './list-templates.ts'
import { mapNow } from './map-now.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

const most = 500

/** Templates of the workspace, then those that come with Wend. */
export async function listAllTemplates(
  actor: Actor,
  wend: Wend,
): Promise<{ readonly total: number; readonly rows: readonly TemplateLine[] }> {
  demand(actor, 'look')
  const saved = await wend.state.templates.list(actor.workspace)
  const rows = [
    ...saved.map(({ template, by }) => templateLine(template, by)),
    ...templates.map((template) => templateLine(template, null)),
  ]
  return { total: rows.length, rows }
}

/** A template of the workspace or of Wend. Refuses with `template_not_found`. */
export async function templateNamed(actor: Actor, wend: Wend, name: string): Promise<Template> {
  return (await templateIfAny(actor, wend, name)) ?? findTemplate(name)
}

/** The same, but undefined when there is none, such as one that was deleted. */
export async function templateIfAny(actor: Actor, wend: Wend, name: string): Promise<Template | undefined> {
  return (await wend.state.templates.get(actor.workspace, name))?.template ?? templates.find((one) => one.name === name)
}

/** Saves the structure of a map as a template. Refuses with `map_not_found` or `too_many_templates`. */
export async function saveTemplate(actor: Actor, wend: Wend, { map: id, title, summary, audience }: SaveTemplate): Promise<TemplateLine> {
  demand(actor, 'edit-workspace')
  const map = await mapNow(actor, wend, id)
  const saved = await wend.state.templates.list(actor.workspace)
  if (saved.length >= most) throw new Refusal('too_many_templates')
  const taken = new Set(saved.map(({ template }) => template.name))
  const wanted = `own-${slug(title)}`
  let name = wanted
  for (let count = 2; taken.has(name); count++) name = `${wanted}-${count}`
  const template = templateFromMap(map, { name, title, summary, audience })
  await wend.state.templates.add(actor.workspace, { template, at: wend.world.now(), by: actor.person.name })
  return templateLine(template, actor.person.name)
}

/** Refuses with `template_not_found`, or `template_built_in` for one that comes with Wend. */
export async function deleteTemplate(actor: Actor, wend: Wend, name: string): Promise<void> {
  demand(actor, 'edit-workspace')
  if (await wend.state.templates.remove(actor.workspace, name)) return
  throw new Refusal(templates.some((template) => template.name === name) ? 'template_built_in' : 'template_not_found')
}
