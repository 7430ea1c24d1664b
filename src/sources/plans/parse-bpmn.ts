import type { PlanNet } from '../../journey/plan.ts'
import { err, ok, type Result } from '../../journey/result.ts'
import { readXml, within, type PlanFileProblem, type XmlElement } from './read-xml.ts'

const tasks = new Set(['task', 'userTask', 'serviceTask', 'sendTask', 'receiveTask', 'manualTask', 'scriptTask', 'businessRuleTask'])
const passed = new Set(['intermediateThrowEvent', 'intermediateCatchEvent'])
const choices = new Set(['exclusiveGateway', 'eventBasedGateway'])
const described = new Set([
  'laneSet',
  'documentation',
  'extensionElements',
  'dataObject',
  'dataObjectReference',
  'dataStoreReference',
  'textAnnotation',
  'association',
  'ioSpecification',
  'property',
  'sequenceFlow',
])

type Transition = PlanNet['transitions'][number]

/**
 * The Petri net of a BPMN 2.0 process: every sequence flow a place, tasks the touchpoints, exclusive and parallel gateways
 * silent. What cannot be turned into plain sequences (inclusive gateways, sub-processes, boundary events, several
 * processes) is refused with its line and name.
 */
export function parseBpmn(text: string): Result<PlanNet, PlanFileProblem> {
  const root = readXml(text)
  if (!root.ok) return root
  const [process, second] = within(root.value, 'process')
  if (!process) return err({ line: root.value.line, message: 'There is no <process> in this file: it is no BPMN with a process.' })
  if (second)
    return err({ line: second.line, message: 'The file holds several processes. Keep the customer’s one, without the other pools.' })
  const strange = process.children.find((child) => !isKnown(child.name))
  if (strange)
    return err({
      line: strange.line,
      message: `${spoken(strange)} cannot be compared with journeys: use tasks, exclusive and parallel gateways.`,
    })
  const flows = process.children.filter(({ name }) => name === 'sequenceFlow')
  const nodes = process.children.filter(({ name }) => isNode(name))
  const ids = new Set(nodes.map(({ attributes }) => attributes['id'] ?? ''))
  const loose = flows.find(({ attributes }) => !ids.has(attributes['sourceRef'] ?? '') || !ids.has(attributes['targetRef'] ?? ''))
  if (loose) return err({ line: loose.line, message: 'A sequence flow leads from or to something that is not in the process.' })
  if (!nodes.some(({ name }) => name === 'startEvent'))
    return err({ line: process.line, message: 'The process has no start event: add one.' })
  if (!nodes.some(({ name }) => name === 'endEvent')) return err({ line: process.line, message: 'The process has no end event: add one.' })
  // Places: the start, the end, one a flow, one a choice.
  const places = ['start', 'end', ...flows.map((_, index) => `flow ${index + 1}`)]
  const transitions: Transition[] = []
  for (const node of nodes) {
    const id = node.attributes['id'] ?? ''
    const into = flows.flatMap((flow, index) => (flow.attributes['targetRef'] === id ? [index + 2] : []))
    const out = flows.flatMap((flow, index) => (flow.attributes['sourceRef'] === id ? [index + 2] : []))
    transitions.push(...transitionsOf(node, { into, out, newPlace: (name) => places.push(name) - 1 }))
  }
  const tokens = (at: number): readonly number[] => places.map((_, index) => (index === at ? 1 : 0))
  return ok({ name: process.attributes['name'] ?? 'BPMN process', places, transitions, initial: tokens(0), final: tokens(1) })
}

interface Around {
  readonly into: readonly number[]
  readonly out: readonly number[]
  readonly newPlace: (name: string) => number
}

function transitionsOf(node: XmlElement, { into, out, newPlace }: Around): readonly Transition[] {
  const silent = (inputs: readonly number[], outputs: readonly number[]): Transition => ({ label: null, inputs, outputs })
  if (node.name === 'startEvent') return [silent([0], out)]
  if (node.name === 'endEvent') return into.map((flow) => silent([flow], [1]))
  if (node.name === 'parallelGateway') return [silent(into, out)]
  if (choices.has(node.name)) {
    const here = newPlace(`choice ${node.attributes['name'] ?? node.attributes['id'] ?? ''}`)
    return [...into.map((flow) => silent([flow], [here])), ...out.map((flow) => silent([here], [flow]))]
  }
  const label = tasks.has(node.name) ? (node.attributes['name'] ?? '').replaceAll(/\s+/g, ' ').trim() : ''
  return into.map((flow) => ({ label: label === '' ? null : label, inputs: [flow], outputs: out }))
}

const isNode = (name: string): boolean =>
  tasks.has(name) || passed.has(name) || choices.has(name) || name === 'parallelGateway' || name === 'startEvent' || name === 'endEvent'
const isKnown = (name: string): boolean => isNode(name) || described.has(name)

function spoken({ name, attributes }: XmlElement): string {
  const words = name.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`)
  const called = attributes['name'] ?? ''
  return `The ${words}${called === '' ? '' : ` "${called}"`}`
}
