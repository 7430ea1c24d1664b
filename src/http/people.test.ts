import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Wend } from '../app/wend.ts'
import type { Me, Person } from '../contract/people.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

const noEvents = { sources: async () => [], close: async () => undefined } as unknown as Wend['events']

let app: TestServer
beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => noEvents })
})
afterAll(() => app.close())

const send = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', url: string, as?: number, body?: unknown) =>
  app.server.inject({
    method,
    url: `/api/v1${url}`,
    headers: {
      ...(as !== undefined && { cookie: `theme=dark; wend_person=${as}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })
const add = async (name: string, role: Person['role']): Promise<number> =>
  ((await app.ask('addPerson', { body: { name, role } })) as Person).id

test('without a cookie a browser is the owner, and may do everything', async () => {
  const me = (await app.ask('whoAmI')) as Me
  expect(me).toMatchObject({ person: { id: 1, name: 'Owner', role: 'owner' }, chosen: false })
  expect(me.may).toContain('manage-people')
})

test('choosing a person sets a cookie that scripts cannot read and other sites cannot send, and requests with it are theirs', async () => {
  const id = await add('Bo Lind', 'editor')
  const chosen = await send('PUT', '/me', undefined, { person: id })
  expect(chosen.json()).toMatchObject({ person: { id, name: 'Bo Lind' }, chosen: true })
  const cookie = String(chosen.headers['set-cookie'])
  expect(cookie.split('; ').toSorted()).toEqual(['HttpOnly', 'Max-Age=31536000', 'Path=/', 'SameSite=Strict', `wend_person=${id}`])
  expect((await send('GET', '/me', id)).json()).toMatchObject({ person: { name: 'Bo Lind', role: 'editor' }, chosen: true })
  expect((await send('GET', '/workspace', id)).json()).toMatchObject({ person: { id, name: 'Bo Lind', role: 'editor' } })
})

test('a cookie that names nobody of the workspace is the owner', async () => {
  for (const value of ['999', '0', '-1', '1.5', 'x', '', '1e1', '2147483648', '99999999999999999999'])
    expect((await app.server.inject({ url: '/api/v1/me', headers: { cookie: `wend_person=${value}` } })).json()).toMatchObject({
      person: { id: 1 },
      chosen: false,
    })
  expect((await send('PUT', '/me', undefined, { person: 999 })).json()).toMatchObject({ code: 'person_not_found' })
})

test('a person of another workspace cannot be chosen', async () => {
  await app.wend.state.workspaces.ensure({ id: 2, name: 'Other' }, { id: 77, name: 'Eve', role: 'owner' }, 1)
  expect((await send('PUT', '/me', undefined, { person: 77 })).statusCode).toBe(404)
  expect((await send('GET', '/me', 77)).json()).toMatchObject({ person: { id: 1 } })
  expect(JSON.stringify(await app.ask('listPeople'))).not.toContain('Eve')
})

test('what a role may not do is refused, route by route', async () => {
  const people = { viewer: await add('Vi', 'viewer'), commenter: await add('Co', 'commenter'), editor: await add('Ed', 'editor') }
  const tries: readonly (readonly [Parameters<typeof send>[0], string, unknown, readonly (keyof typeof people)[]])[] = [
    ['POST', '/people', { name: 'New' }, ['viewer', 'commenter', 'editor']],
    ['PUT', `/people/${people.viewer}`, { role: 'owner' }, ['viewer', 'commenter', 'editor']],
    ['DELETE', '/maps/x', undefined, ['viewer', 'commenter', 'editor']],
    ['PUT', '/maps/x', { title: 'T' }, ['viewer', 'commenter']],
    ['POST', '/imports', { uploads: ['u'], recipe: 'r', source: 's' }, ['viewer', 'commenter']],
    ['POST', '/maps/discover', {}, ['viewer', 'commenter']],
  ]
  for (const [method, url, body, refused] of tries) {
    for (const role of ['viewer', 'commenter', 'editor'] as const) {
      const response = await send(method, url, people[role], body)
      const { code } = response.json() as { readonly code: string }
      expect([method, url, role, code === 'not_allowed']).toEqual([method, url, role, refused.includes(role)])
    }
  }
  for (const role of ['viewer', 'commenter', 'editor'] as const) expect((await send('GET', '/maps', people[role])).statusCode).toBe(200)
  expect((await app.ask('listPeople')) as object).not.toMatchObject({ rows: expect.arrayContaining([{ name: 'New' }]) })
})

test('roles grow: what a role may, every higher one may', async () => {
  const may = async (role: Person['role']) => new Set(((await send('GET', '/me', await add(`One ${role}`, role))).json() as Me).may)
  const [viewer, commenter, editor, owner] = [await may('viewer'), await may('commenter'), await may('editor'), await may('owner')]
  expect([...viewer]).toEqual(['look'])
  expect([...commenter]).toEqual(['look', 'comment'])
  expect([...commenter].every((action) => editor.has(action)) && [...editor].every((action) => owner.has(action))).toBe(true)
  expect([...owner].filter((action) => !editor.has(action))).toEqual(['delete-map', 'manage-people', 'change-settings'])
})

test('an owner renames people and changes roles, but never leaves the workspace without an owner', async () => {
  const id = await add('Temp', 'viewer')
  expect(await app.ask('changePerson', { params: { id }, body: { name: '  Tove ' } })).toEqual({ id, name: 'Tove', role: 'viewer' })
  expect(await app.ask('changePerson', { params: { id }, body: { role: 'commenter' } })).toEqual({ id, name: 'Tove', role: 'commenter' })
  expect((await app.refusal('changePerson', { params: { id }, body: { name: 'Owner' } })).code).toBe('person_in_use')
  expect((await app.refusal('addPerson', { body: { name: 'Tove' } })).code).toBe('person_in_use')
  expect((await app.refusal('changePerson', { params: { id: 999 }, body: { name: 'X' } })).code).toBe('person_not_found')
  const owners = ((await app.ask('listPeople')) as { readonly rows: readonly Person[] }).rows.filter((person) => person.role === 'owner')
  for (const owner of owners.filter((person) => person.id !== 1))
    await app.ask('changePerson', { params: { id: owner.id }, body: { role: 'editor' } })
  expect((await app.refusal('changePerson', { params: { id: 1 }, body: { role: 'viewer' } })).code).toBe('last_owner')
  expect(await app.ask('whoAmI')).toMatchObject({ person: { role: 'owner' } })
})

test('when the first owner steps back, a browser that chose nobody is the next owner', async () => {
  const id = await add('Second Owner', 'owner')
  await app.ask('changePerson', { params: { id: 1 }, body: { role: 'editor' } })
  expect(await app.ask('whoAmI')).toMatchObject({ person: { id, name: 'Second Owner' }, chosen: false })
  await app.ask('changePerson', { params: { id: 1 }, body: { role: 'owner' } })
})
