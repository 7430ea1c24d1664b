import { Document, isMap, isScalar, isSeq, visit } from 'yaml'
import { placeholder } from './placeholders.ts'
import type { EventRule, Mapped, Recipe, RecipeFile, TimeRule } from './recipe.ts'

/** A recipe as YAML for people: defaults left out, shorthand where there is one. `parseRecipe` gives the same recipe back. */
export function writeRecipe(recipe: Recipe): string {
  const aliases = Object.keys(recipe.files)
  const only = aliases.length === 1 ? aliases[0] : undefined
  const document = new Document(
    defined({
      wend: recipe.wend,
      name: recipe.name === 'Recipe' ? undefined : recipe.name,
      timezone: recipe.timezone === 'UTC' ? undefined : recipe.timezone,
      nulls: recipe.nulls.length === 0 ? undefined : recipe.nulls,
      files: Object.fromEntries(aliases.map((alias) => [alias, writeFile(recipe.files[alias])])),
      events: recipe.events.map((rule) => writeRule(rule, only)),
    }),
    { aliasDuplicateObjects: false },
  )
  layOut(document)
  return document.toString({ lineWidth: 0 })
}

function writeFile(file: RecipeFile | undefined): unknown {
  const { match = '*', ...rest } = file ?? {}
  return Object.keys(rest).length === 0 ? match : { match, ...rest }
}

function writeRule(rule: EventRule, only: string | undefined): object {
  return defined({
    from: rule.from === only ? undefined : rule.from,
    join: rule.join.length === 0 ? undefined : rule.join,
    when: rule.when.length === 0 ? undefined : rule.when,
    customer: rule.customer,
    customerIfEmpty: rule.customerIfEmpty,
    account: rule.account,
    role: rule.role,
    channel: writeMapped(rule.channel),
    touchpoint: writeMapped(rule.touchpoint),
    time: writeTime(rule.time),
    each: rule.each?.map((entry) =>
      defined({ touchpoint: writeMapped(entry.touchpoint), time: writeTime(entry.time), channel: writeMapped(entry.channel) }),
    ),
    score: rule.score,
    text: rule.text,
    survey: rule.survey ? true : undefined,
    link: rule.link,
    sequence: rule.sequence,
    id: rule.id,
    properties: writeProperties(rule.properties),
  })
}

function writeMapped(mapped: Mapped | undefined): unknown {
  if (mapped === undefined || typeof mapped === 'string') return mapped
  return defined({ value: mapped.value, map: mapped.map, otherwise: mapped.otherwise === 'keep' ? undefined : mapped.otherwise })
}

const writeTime = (time: TimeRule | undefined): unknown => (time?.format === 'iso' ? time.value : time)

function writeProperties(properties: EventRule['properties']): unknown {
  const names = Object.keys(properties)
  if (names.length === 0) return undefined
  return names.every((name) => properties[name] === placeholder(name)) ? names : properties
}

/** Short lists and small objects on one line; a blank line between events. */
function layOut(document: Document): void {
  visit(document, {
    Pair(_, pair) {
      const key = isScalar(pair.key) ? pair.key.value : ''
      if ((key === 'nulls' || key === 'time' || key === 'score' || key === 'on') && (isMap(pair.value) || isSeq(pair.value)))
        pair.value.flow = true
      if (key === 'join' || key === 'when') visit(isSeq(pair.value) ? pair.value : null, { Map: (_key, map) => void (map.flow = true) })
    },
  })
  const events = document.get('events')
  if (isSeq(events))
    events.items.forEach((item, index) => {
      if (index > 0 && isMap(item)) item.spaceBefore = true
    })
}

function defined(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}
