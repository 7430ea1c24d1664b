import { expect, test } from 'vitest'
import { parseBpmn } from './parse-bpmn.ts'
import { parsePnml } from './parse-pnml.ts'

const bpmn = (inside: string): string =>
  `<?xml version="1.0"?>\n<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL">\n<process id="p" name="Buying">\n${inside}\n</process></definitions>`
const flow = (id: string, from: string, to: string): string => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`

test('a process becomes a net with a place for every flow and its tasks as touchpoints', () => {
  const net = parseBpmn(
    bpmn(
      `<startEvent id="s"/><task id="a" name="See  ad"/><exclusiveGateway id="x"/><userTask id="b" name="Buy"/><endEvent id="e"/>${flow('1', 's', 'a')}${flow('2', 'a', 'x')}${flow('3', 'x', 'b')}${flow('4', 'x', 'e')}${flow('5', 'b', 'e')}`,
    ),
  )
  if (!net.ok) throw new Error(net.error.message)
  expect(net.value.name).toBe('Buying')
  expect(net.value.transitions.flatMap(({ label }) => label ?? [])).toEqual(['See ad', 'Buy'])
  expect(net.value.places).toHaveLength(2 + 5 + 1)
})

test.each([
  ['an inclusive gateway', bpmn('\n<inclusiveGateway id="g" name="Any"/>'), /inclusive gateway "Any"/, 5],
  ['a sub-process', bpmn('<subProcess id="g"/>'), /sub process/, 4],
  ['no start', bpmn('<endEvent id="e"/>'), /no start event/, 3],
  ['a loose flow', bpmn(`<startEvent id="s"/><endEvent id="e"/>${flow('1', 's', 'nowhere')}`), /not in the process/, 4],
  ['no process', '<definitions/>', /no <process>/, 1],
  ['broken XML', '<definitions>\n<process', /well-formed/, 2],
  ['an entity bomb', '<!DOCTYPE x [<!ENTITY a "b">]><definitions/>', /document type/, 1],
  ['nothing', '', /well-formed|empty/, 1],
])('%s is refused with its line', (_what, text, message, line) => {
  expect(parseBpmn(text)).toMatchObject({ ok: false, error: { message: expect.stringMatching(message), line } })
})

test('weighted arcs, several nets and loose arcs of PNML are refused', () => {
  const pnml = (inside: string): string => `<pnml><net id="n"><page id="p">${inside}</page></net></pnml>`
  const parts = '<place id="a"/><place id="b"/><transition id="t"><name><text>Buy</text></name></transition>'
  expect(parsePnml(pnml(`${parts}<arc id="1" source="a" target="t"/><arc id="2" source="t" target="b"/>`))).toMatchObject({
    ok: true,
    value: { initial: [1, 0], final: [0, 1], transitions: [{ label: 'Buy', inputs: [0], outputs: [1] }] },
  })
  expect(parsePnml(pnml(`${parts}<arc id="1" source="a" target="t"><inscription><text>2</text></inscription></arc>`))).toMatchObject({
    error: { message: expect.stringContaining('weighted') },
  })
  expect(parsePnml(pnml(`${parts}<arc id="1" source="a" target="gone"/>`))).toMatchObject({
    error: { message: expect.stringContaining('not in the net') },
  })
  expect(parsePnml('<pnml><net id="1"/><net id="2"/></pnml>')).toMatchObject({
    error: { message: expect.stringContaining('several nets') },
  })
})
