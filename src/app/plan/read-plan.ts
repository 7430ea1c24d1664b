import { stagedPlanSchema } from '../../contract/plan-schema.ts'
import { parseMap } from '../../contract/map-schema.ts'
import type { Plan, PlanNet } from '../../journey/plan.ts'
import { mermaidToMap } from '../../sources/maps/mermaid-to-map.ts'
import { parseBpmn } from '../../sources/plans/parse-bpmn.ts'
import { parsePnml } from '../../sources/plans/parse-pnml.ts'
import { planOfMap } from '../../sources/plans/plan-of-map.ts'
import { Refusal } from '../refusal.ts'

/**
 * A plan from the text of a file, by its content: BPMN, PNML, a Mermaid journey, a plan or a map in JSON. Refuses with `bad_plan`,
 * naming the line and what to do.
 */
export function readPlan(text: string): Plan | PlanNet {
  const begin = text.trimStart().slice(0, 4000)
  if (begin.startsWith('<')) return readNet(text, begin)
  if (begin.startsWith('{')) return readJson(text)
  const { map, problems } = mermaidToMap(text)
  if (map) return planOfMap(map)
  const [problem] = problems
  throw bad(
    problem?.line ?? 0,
    `${problem?.message ?? 'The file is empty.'} A plan is a BPMN or PNML file, a Mermaid journey, or a map of Wend.`,
  )
}

function readNet(text: string, begin: string): PlanNet {
  const parsed = /<(\w+:)?pnml[\s>]/.test(begin) ? parsePnml(text) : parseBpmn(text)
  if (!parsed.ok) throw bad(parsed.error.line, parsed.error.message)
  return { ...parsed.value, name: parsed.value.name.trim() === '' ? 'A plan' : parsed.value.name }
}

function readJson(text: string): Plan {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw bad(0, `This is no valid JSON: ${error instanceof Error ? error.message : String(error)}`)
  }
  if (typeof value === 'object' && value !== null && 'format' in value) {
    const map = parseMap(text)
    if (!map.ok) throw bad(0, map.error[0]?.message ?? 'This is no map of Wend.')
    return planOfMap(map.value)
  }
  const plan = stagedPlanSchema.safeParse(value)
  if (plan.success) return plan.data
  const [issue] = plan.error.issues
  throw bad(
    0,
    `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no plan'}. A plan is {name, stages: [{name, steps: [{name, touchpoints}]}]}.`,
  )
}

const bad = (line: number, message: string): Refusal =>
  new Refusal('bad_plan', line > 0 ? `Line ${line}: ${message}` : message, line > 0 ? [{ field: `line ${line}`, message }] : undefined)
