import type { TouchpointRule } from '../../journey/touchpoint-rule.ts'
import { unreachable } from '../../journey/unreachable.ts'

/** Whether a rule takes an event name. Only an exact name minds capitals. Time grows with name × pattern length, for any pattern. */
export function matchesRule(rule: TouchpointRule, name: string): boolean {
  switch (rule.kind) {
    case 'exact':
      return name === rule.text
    case 'starts':
      return name.toLowerCase().startsWith(rule.text.toLowerCase())
    case 'contains':
      return name.toLowerCase().includes(rule.text.toLowerCase())
    case 'pattern':
      return matchesPattern(rule.text.toLowerCase(), name.toLowerCase())
    default:
      return unreachable(rule.kind)
  }
}

/** The first place that fits each part is as good as any: no need to go back, and so no pattern that takes for ever. */
function matchesPattern(pattern: string, name: string): boolean {
  const [head = '', ...rest] = pattern.split('*')
  const tail = rest.pop()
  if (tail === undefined) return name === head
  if (!name.startsWith(head)) return false
  let at = head.length
  for (const part of rest) {
    const found = name.indexOf(part, at)
    if (found < 0) return false
    at = found + part.length
  }
  return name.length - tail.length >= at && name.endsWith(tail)
}
