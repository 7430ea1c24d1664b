import type { PlanNet } from '../../journey/plan.ts'
import { err, ok, type Result } from '../../journey/result.ts'
import { readXml, within, type PlanFileProblem, type XmlElement } from './read-xml.ts'

/**
 * The Petri net of a PNML text (ISO/IEC 15909-2, place/transition nets). Transitions marked `$invisible$` or without a name
 * are silent. Without a final marking the places that nothing leaves are the end. Problems name the line.
 */
export function parsePnml(text: string): Result<PlanNet, PlanFileProblem> {
  const root = readXml(text)
  if (!root.ok) return root
  const [net, second] = within(root.value, 'net')
  if (!net) return err({ line: root.value.line, message: 'There is no <net> in this file: it is no PNML.' })
  if (second) return err({ line: second.line, message: 'The file holds several nets. Keep one net a file.' })
  const places = within(net, 'place').filter((place) => place.attributes['idref'] === undefined)
  const indexOf = new Map(places.map((place, index) => [place.attributes['id'] ?? '', index]))
  const transitions = within(net, 'transition')
  const arcs = within(net, 'arc')
  const strange = arcs.find((arc) => !isNormal(arc))
  if (strange)
    return err({
      line: strange.line,
      message: 'The net has arcs that are not plain (inhibitor, reset or weighted). Draw it with plain arcs.',
    })
  const ids = new Set([...indexOf.keys(), ...transitions.map(({ attributes }) => attributes['id'] ?? '')])
  const loose = arcs.find((arc) => !ids.has(arc.attributes['source'] ?? '') || !ids.has(arc.attributes['target'] ?? ''))
  if (loose) return err({ line: loose.line, message: 'An arc leads from or to something that is not in the net.' })
  const initial = places.map((place) => Number(within(place, 'initialMarking')[0]?.children[0]?.text ?? 0) || 0)
  if (!initial.some((tokens) => tokens > 0)) {
    for (const [id, index] of indexOf) if (!arcs.some((arc) => arc.attributes['target'] === id)) initial[index] = 1
  }
  const placesOf = (arcsOf: readonly XmlElement[], side: 'source' | 'target'): readonly number[] =>
    arcsOf.flatMap((arc) => indexOf.get(arc.attributes[side] ?? '') ?? [])
  return ok({
    name: nameOf(net) || 'Petri net',
    places: places.map((place) => nameOf(place) || (place.attributes['id'] ?? '')),
    transitions: transitions.map((transition) => {
      const id = transition.attributes['id'] ?? ''
      return {
        label: isSilent(transition) ? null : nameOf(transition),
        inputs: placesOf(
          arcs.filter((arc) => arc.attributes['target'] === id),
          'source',
        ),
        outputs: placesOf(
          arcs.filter((arc) => arc.attributes['source'] === id),
          'target',
        ),
      }
    }),
    initial,
    final:
      finalMarking(net, indexOf) ??
      places.map(({ attributes }) => (arcs.some((arc) => arc.attributes['source'] === attributes['id']) ? 0 : 1)),
  })
}

function nameOf(element: XmlElement): string {
  const name = element.children.find((child) => child.name === 'name')
  return name?.children.find((child) => child.name === 'text')?.text ?? name?.text ?? ''
}

function isSilent(transition: XmlElement): boolean {
  const marked = transition.children.some((child) => child.name === 'toolspecific' && child.attributes['activity'] === '$invisible$')
  return marked || nameOf(transition) === ''
}

function isNormal(arc: XmlElement): boolean {
  const type = within(arc, 'arctype')[0]?.children[0]?.text ?? 'normal'
  const weight = within(arc, 'inscription')[0]?.children.find((child) => child.name === 'text')?.text ?? '1'
  return type === 'normal' && weight === '1'
}

function finalMarking(net: XmlElement, indexOf: ReadonlyMap<string, number>): readonly number[] | undefined {
  const [marking] = within(net, 'finalmarkings').flatMap((all) => within(all, 'marking'))
  if (!marking) return undefined
  const tokens = Array.from({ length: indexOf.size }, () => 0)
  for (const place of within(marking, 'place')) {
    const index = indexOf.get(place.attributes['idref'] ?? '')
    if (index !== undefined) tokens[index] = Number(place.children[0]?.text ?? 0) || 0
  }
  return tokens
}
