import type { TemplateSummary } from '../../../contract/templates.ts'

export type Audience = TemplateSummary['audience']

/** Templates whose words hold every word of the search, for an audience; `any` is all of them, and those for anybody fit every audience. */
export function findTemplates(templates: readonly TemplateSummary[], search: string, audience: Audience): readonly TemplateSummary[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean)
  return templates.filter((template) => {
    if (audience !== 'any' && template.audience !== 'any' && template.audience !== audience) return false
    const text = [
      template.title,
      template.summary,
      template.audience,
      ...template.stages.map(({ name }) => name),
      ...template.lanes.map(({ name }) => name),
    ]
      .join(' ')
      .toLowerCase()
    return words.every((word) => text.includes(word))
  })
}
