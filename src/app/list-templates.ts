import type { TemplateSummary } from '../contract/templates.ts'
import type { Template } from '../journey/template.ts'
import { templates } from '../journey/templates/index.ts'
import type { Actor } from './actor.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'

export type TemplateLine = Omit<Template, 'stages'> & {
  readonly stages: readonly Required<Omit<Template['stages'][number], 'matches'>>[]
  /** Who saved it; null for one that comes with Wend. */
  readonly savedBy: string | null
}

/** The templates that come with Wend, in the order in which they are offered. */
export function listTemplates(actor: Actor): { readonly total: number; readonly rows: readonly TemplateLine[] } {
  demand(actor, 'look')
  return { total: templates.length, rows: templates.map((template) => templateLine(template, null)) }
}

/** A template as lists show it: without its rules. */
export function templateLine({ stages, ...template }: Template, savedBy: string | null): TemplateLine {
  const line = { ...template, stages: stages.map(({ name, purpose, steps = [] }) => ({ name, purpose, steps })), savedBy }
  return line satisfies Unwritten<TemplateSummary>
}

type Unwritten<T> = T extends readonly (infer Item)[]
  ? readonly Unwritten<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Unwritten<T[Key]> }
    : T

/** One that comes with Wend. Refuses with `template_not_found`. */
export function findTemplate(name: string): Template {
  const template = templates.find((one) => one.name === name)
  if (!template)
    throw new Refusal(
      'template_not_found',
      `There is no template called "${name}". Use one of: ${templates.map((one) => one.name).join(', ')}.`,
    )
  return template
}
