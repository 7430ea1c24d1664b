import type { TemplateSummary } from '../contract/templates.ts'
import type { Template } from '../journey/template.ts'
import { templates } from '../journey/templates/index.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'

type TemplateLine = Omit<Template, 'stages'> & { readonly stages: readonly Omit<Template['stages'][number], 'matches'>[] }

/** The templates that come with Wend, in the order in which they are offered. */
export function listTemplates(actor: Actor): { readonly total: number; readonly rows: readonly TemplateLine[] } {
  demand(actor, 'look')
  const rows = templates.map(({ stages, ...template }) => ({ ...template, stages: stages.map(({ name, purpose }) => ({ name, purpose })) }))
  return { total: rows.length, rows: rows satisfies readonly Unwritten<TemplateSummary>[] }
}

type Unwritten<T> = T extends readonly (infer Item)[]
  ? readonly Unwritten<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Unwritten<T[Key]> }
    : T

/** Refuses with `template_not_found`. */
export function findTemplate(name: string): Template {
  const template = templates.find((one) => one.name === name)
  if (!template)
    throw new Refusal(
      'template_not_found',
      `There is no template called "${name}". Use one of: ${templates.map((one) => one.name).join(', ')}.`,
    )
  return template
}
