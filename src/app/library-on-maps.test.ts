import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { exampleMap } from '../../test/fixtures/example-map.ts'
import { applyEdit } from '../document/apply-edit.ts'
import type { CardId, JourneyMap } from '../journey/map.ts'
import { localOwner } from './actor.ts'
import { personaMentions } from './map-mentions.ts'
import { openWend } from './open-wend.ts'
import { addPersona, changePersona } from './personas.ts'
import { placePersona } from './place-persona.ts'
import { realWorld } from './real-world.ts'
import { addTouchpoint, changeTouchpoint, listTouchpoints, mergeTouchpoint } from './touchpoints.ts'
import type { Wend } from './wend.ts'

const map = 'example'
const me = localOwner
let directory: string
let wend: Wend
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'wend-library-'))
  const noEvents = { close: async () => undefined, vocabulary: async () => ({ touchpoints: [], channels: [], properties: [] }) }
  wend = await openWend({ dataDirectory: directory, world: realWorld, openEvents: async () => noEvents as unknown as Wend['events'] })
  await wend.state.maps.add(me.workspace, { id: map, map: exampleMap(), at: 1, by: 'Owner' })
})
afterAll(async () => {
  await wend.close()
  await rm(directory, { recursive: true })
})

const now = async (): Promise<JourneyMap> => (await wend.live.read(me.workspace, map))!

test('a persona on a map follows the workspace, and can be taken off', async () => {
  const { id } = await addPersona(me, wend, { name: 'Anna', segment: { outcomes: ['goal'] } })
  await placePersona(me, wend, { id: map, persona: id, on: true })
  expect((await now()).personas).toMatchObject([{ id, name: 'Anna', segment: { outcomes: ['goal'] } }])
  await changePersona(me, wend, { id, change: { name: 'Anna Berg', quotes: [{ text: 'When does it come?' }] } })
  expect((await now()).personas).toMatchObject([{ id, name: 'Anna Berg', quotes: ['When does it come?'] }])
  expect(await personaMentions(me, wend, id)).toMatchObject([{ map }])
  await placePersona(me, wend, { id: map, persona: id, on: false })
  expect((await now()).personas).toEqual([])
  await expect(placePersona(me, wend, { id: map, persona: 'nobody', on: true })).rejects.toMatchObject({ code: 'persona_not_found' })
  await expect(placePersona(me, wend, { id: 'none', persona: id, on: true })).rejects.toMatchObject({ code: 'map_not_found' })
  await expect(placePersona({ ...me, role: 'commenter' }, wend, { id: map, persona: id, on: true })).rejects.toMatchObject({
    code: 'not_allowed',
  })
})

test('a card of the library follows a rename at once, and a merge', async () => {
  const { id: chat } = await addTouchpoint(me, wend, { name: 'Chat', channel: 'Web' })
  const { id: talk } = await addTouchpoint(me, wend, { name: 'Talk', channel: 'App', team: 'Support' })
  const { stages, lanes } = await now()
  const place = { lane: lanes.find((lane) => lane.kind === 'touchpoints')!.id, stage: stages[0]!.id, step: null, before: null }
  const uncounted = { journeys: null, reach: null, occurrences: null, p50ToNext: null }
  const body = { kind: 'touchpoint', touchpoint: 'Chat', channel: 'Web', library: chat, ...uncounted } as const
  const card = 'chat-card' as CardId
  const made = await wend.live.change(me.workspace, map, 'Owner', (doc) => applyEdit(doc, { kind: 'add-card', card, place, body }))
  expect(made.ok).toBe(true)
  const shown = async () => (await now()).cards.find((one) => one.id === card)?.body
  await changeTouchpoint(me, wend, { id: chat, change: { name: 'Live chat', team: 'Care' } })
  expect(await shown()).toMatchObject({ touchpoint: 'Live chat', channel: 'Web', team: 'Care', library: chat })
  await mergeTouchpoint(me, wend, { id: chat, into: talk })
  expect(await shown()).toMatchObject({ touchpoint: 'Talk', channel: 'App', team: 'Support', library: talk })
  await wend.live.settle(me.workspace, map)
  expect(await listTouchpoints(me, wend)).toMatchObject({ total: 1, rows: [{ id: talk, maps: [{ map, cards: 1 }] }] })
})
