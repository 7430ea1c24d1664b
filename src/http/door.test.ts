import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Wend } from '../app/wend.ts'
import { problemSchema } from '../contract/problem.ts'
import type { RouteSpec } from '../contract/route.ts'
import { routes } from '../contract/routes.ts'
import { buildServer } from './build-server.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

/** Events that are never reached: these tests are about the door itself. */
const noEvents = { sources: async () => [], close: async () => undefined } as unknown as Wend['events']

let app: TestServer
beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => noEvents, limits: { uploadBytes: 1000 } })
})
afterAll(() => app.close())

/** What a query cannot do without. */
const required = (spec: RouteSpec): Readonly<Record<string, string>> => (spec.path.endsWith('/compare') ? { from: 'v' } : {})
/** Templates, touchpoints, threads and tags are so many at most; a map's check has a line a rule and card; a preview cuts. */
const boundedWhenWritten: ReadonlySet<string> = new Set([
  'checkMap',
  'countThreads',
  'listPlans',
  'listTags',
  'listTemplates',
  'listTouchpoints',
  'personaMaps',
  'previewRules',
  'renameTag',
])
const anyParams = { number: 1, id: 'x', thread: 'x', version: 'x' }
const problem = (payload: string) => problemSchema.parse(JSON.parse(payload))

describe('the door', () => {
  test('answers only under loopback names, whatever the port', async () => {
    for (const host of ['127.0.0.1:4470', 'localhost', 'LOCALHOST:1', '[::1]:4470']) {
      expect([host, (await app.server.inject({ url: '/api/v1/workspace', headers: { host } })).statusCode]).toEqual([host, 200])
    }
    for (const host of ['evil.example', '127.0.0.1.evil.example', 'localhost.evil.example:4470', '192.168.1.5']) {
      const response = await app.server.inject({ url: '/api/v1/workspace', headers: { host } })
      expect([host, response.statusCode, problem(response.payload).code]).toEqual([host, 403, 'wrong_host'])
    }
  })

  test('guards pages of the web app against foreign hosts too', async () => {
    expect((await app.server.inject({ url: '/', headers: { host: 'evil.example' } })).statusCode).toBe(403)
  })

  test('changes nothing for pages of other origins', async () => {
    const send = (headers: Record<string, string>) =>
      app.server.inject({
        method: 'POST',
        url: '/api/v1/uploads?name=a.csv',
        headers: { host: 'localhost:4470', 'content-type': 'application/octet-stream', ...headers },
        payload: 'a',
      })
    for (const headers of [
      { origin: 'http://evil.example' },
      { origin: 'null' },
      { origin: 'http://localhost:3000' },
      { origin: 'https://localhost:4470' },
      { 'sec-fetch-site': 'cross-site' },
      { 'sec-fetch-site': 'same-site' },
    ]) {
      const response = await send(headers as Record<string, string>)
      expect([headers, response.statusCode, problem(response.payload).code]).toEqual([headers, 403, 'wrong_origin'])
    }
    expect((await send({ origin: 'http://localhost:4470', 'sec-fetch-site': 'same-origin' })).statusCode).toBe(201)
    expect((await send({})).statusCode).toBe(201)
  })

  test('never lets another origin read', async () => {
    const response = await app.server.inject({ url: '/api/v1/workspace', headers: { origin: 'http://evil.example' } })
    expect(Object.keys(response.headers).filter((name) => name.startsWith('access-control'))).toEqual([])
  })

  test('sets security headers on answers, problems and pages', async () => {
    for (const url of ['/api/v1/workspace', '/api/v1/nothing', '/api/openapi.json', '/', '/maps/1']) {
      const { headers } = await app.server.inject({ url })
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' })
      expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
      expect(headers['content-security-policy']).toContain("default-src 'none'")
    }
    expect((await app.server.inject({ url: '/api/v1/workspace' })).headers['cache-control']).toBe('no-store')
  })

  test('tells what is wrong with a body', async () => {
    const send = (payload: string, type = 'application/json') =>
      app.server.inject({ method: 'POST', url: '/api/v1/ask', headers: { 'content-type': type }, payload })
    const cases: readonly (readonly [string, string, number, string])[] = [
      ['{"question":', 'application/json', 400, 'bad_json'],
      ['', 'application/json', 400, 'bad_json'],
      ['{"__proto__":{"a":1},"question":{"question":"overview"}}', 'application/json', 400, 'bad_json'],
      ['{}', 'application/json', 400, 'bad_request'],
      ['[]', 'application/json', 400, 'bad_request'],
      ['{"question":{"question":"everything"}}', 'application/json', 400, 'bad_request'],
      ['{"question":{"question":"overview"}}', 'text/plain', 415, 'wrong_media_type'],
      ['question=overview', 'application/x-www-form-urlencoded', 415, 'wrong_media_type'],
      [`{"question":{"question":"timeline","customer":"${'x'.repeat(2_000_001)}"}}`, 'application/json', 413, 'body_too_large'],
    ]
    for (const [payload, type, status, code] of cases) {
      const response = await send(payload, type)
      expect([payload.slice(0, 40), response.statusCode, problem(response.payload).code]).toEqual([payload.slice(0, 40), status, code])
    }
    expect(app.logged).toEqual([])
  })

  test('names the field that is wrong, also inside a question', async () => {
    const refused = await app.refusal('askQuestion', { body: { question: { question: 'overview', limt: 5 } } })
    expect(refused.details[0]).toMatchObject({ field: 'body.question' })
    expect(refused.message).toContain('limt')
    expect(
      (await app.refusal('askQuestion', { body: { definition: { name: '' }, question: { question: 'overview' } } })).details.map(
        (detail) => detail.field,
      ),
    ).toContain('body.definition.name')
  })

  test('bounds every list', async () => {
    const reads = (spec: RouteSpec, key: string): boolean =>
      Object.hasOwn((spec.query?.safeParse({ ...required(spec), [key]: '3' }).data ?? {}) as object, key)
    const lists = (Object.entries(routes) as readonly (readonly [keyof typeof routes, RouteSpec])[]).filter(([, spec]) =>
      reads(spec, 'limit'),
    )
    expect(lists.length).toBeGreaterThan(15)
    for (const [name, spec] of lists) {
      const places = (['offset', 'before'] as const).filter((key) => reads(spec, key))
      expect([name, places.length > 0]).toEqual([name, true])
      for (const query of [
        { limit: '1001' },
        { limit: '0' },
        { limit: '1.5' },
        { limit: 'all' },
        ...places.map((key) => ({ [key]: '-1' })),
      ]) {
        const refused = await app.refusal(name, { params: anyParams, query: { ...required(spec), ...query } as Record<string, string> })
        expect([name, query, refused.code]).toEqual([name, query, 'bad_request'])
      }
    }
  })

  test('answers with a whole list only where the list is bounded when it is written', () => {
    const whole = (Object.entries(routes) as readonly (readonly [string, RouteSpec])[]).filter(([, spec]) => {
      const lists = spec.reply.kind === 'json' && spec.reply.schema instanceof z.ZodObject && 'rows' in spec.reply.schema.shape
      return lists && spec.query?.safeParse({ ...required(spec), limit: '2' }).success !== true
    })
    expect(whole.length).toBeGreaterThan(3)
    expect(whole.map(([name]) => name).filter((name) => !boundedWhenWritten.has(name))).toEqual([])
  })

  test('knows no address but its own', async () => {
    for (const url of [
      '/api',
      '/api/v1',
      '/api/v2/workspace',
      '/api/v1/workspace/../../etc/passwd',
      '/api/v1/jobs/%00',
      '/api/v1/maps/%F0',
    ]) {
      const response = await app.server.inject({ url })
      expect([url, response.statusCode < 500 && response.statusCode >= 400]).toEqual([url, true])
      expect(problem(response.payload).code).toMatch(/route_not_found|bad_request/)
    }
    expect((await app.server.inject({ method: 'DELETE', url: '/api/v1/workspace' })).statusCode).toBe(404)
  })

  test('refuses ids of nothing with 404, each with its own code', async () => {
    expect((await app.refusal('getImport', { params: { number: 7 } })).code).toBe('import_not_found')
    expect((await app.refusal('getJob', { params: { id: 'none' } })).code).toBe('job_not_found')
    expect((await app.refusal('followJob', { params: { id: 'none' } })).code).toBe('job_not_found')
    expect((await app.refusal('cancelJob', { params: { id: 'none' } })).code).toBe('job_not_found')
    for (const name of ['getMap', 'deleteMap', 'checkMap'] as const)
      expect((await app.refusal(name, { params: { id: 'none' } })).code).toBe('map_not_found')
    expect((await app.refusal('exportMap', { params: { id: 'none' }, query: { format: 'svg' } })).code).toBe('map_not_found')
    expect((await app.refusal('exportMap', { params: { id: 'none' }, query: { format: 'exe' } })).code).toBe('bad_request')
    expect((await app.refusal('renameMap', { params: { id: 'none' }, body: { title: 'New' } })).code).toBe('map_not_found')
    expect((await app.refusal('openEvidence', { params: { id: 'none' }, body: { card: 'a', evidence: 0 } })).code).toBe('map_not_found')
    expect((await app.refusal('deleteDefinition', { params: { id: 'none' } })).code).toBe('definition_not_found')
    expect((await app.refusal('importFiles', { body: { uploads: ['none'], recipe: 'x', source: 'y' } })).code).toBe('upload_not_found')
    expect((await app.refusal('discoverMap', { body: { template: 'none' } })).code).toBe('template_not_found')
    expect((await app.refusal('discoverMap', { body: {} })).code).toBe('no_data')
    expect((await app.refusal('askQuestion', { body: { definition: 'none', question: { question: 'overview' } } })).code).toBe(
      'definition_not_found',
    )
  })

  test('keeps definitions and refuses a taken name, the built-in one and nonsense', async () => {
    const definition = { name: 'Buying', unit: 'customer', filter: {}, start: [], goal: ['Order'], repeats: false, segments: [] }
    const { id } = (await app.ask('addDefinition', { body: definition })) as { readonly id: string }
    expect((await app.refusal('addDefinition', { body: definition })).code).toBe('definition_in_use')
    expect((await app.refusal('addDefinition', { body: { ...definition, unit: 'house' } })).code).toBe('bad_request')
    expect((await app.refusal('changeDefinition', { params: { id: 'whole-customer' }, body: definition })).code).toBe('definition_built_in')
    expect(await app.ask('changeDefinition', { params: { id }, body: { ...definition, repeats: true } })).toMatchObject({
      id,
      builtIn: false,
      definition: { repeats: true },
    })
    expect(await app.ask('listDefinitions')).toMatchObject({ total: 2, rows: [{ id: 'whole-customer', builtIn: true }, { id }] })
    expect(await app.ask('listDefinitions', { query: { limit: '1', offset: '1' } })).toMatchObject({ total: 2, rows: [{ id }] })
    await app.ask('deleteDefinition', { params: { id } })
    expect(await app.ask('listDefinitions')).toMatchObject({ total: 1 })
  })

  test('lists templates', async () => {
    const list = (await app.ask('listTemplates')) as {
      readonly total: number
      readonly rows: readonly { readonly stages: readonly unknown[] }[]
    }
    expect(list.total).toBeGreaterThanOrEqual(10)
    expect(list.rows.every((template) => template.stages.length > 1)).toBe(true)
  })

  test('refuses an upload that is too large, by its announced and by its real size, and leaves nothing', async () => {
    const send = (payload: string, query = 'name=a.csv') =>
      app.server.inject({
        method: 'POST',
        url: `/api/v1/uploads?${query}`,
        headers: { 'content-type': 'application/octet-stream' },
        payload,
      })
    const before = await app.wend.uploads.list()
    const announced = await send('x'.repeat(1001))
    expect([announced.statusCode, problem(announced.payload).code]).toEqual([413, 'upload_too_large'])
    async function* unannounced() {
      for (let i = 0; i < 11; i++) yield Buffer.alloc(100)
    }
    await expect(
      app.wend.uploads.write('test', unannounced(), { uploadBytes: 1000, freeBytes: 0, signal: new AbortController().signal }),
    ).rejects.toMatchObject({ code: 'upload_too_large' })
    expect(await app.wend.uploads.list()).toEqual(before)
    expect((await send('x'.repeat(1000))).statusCode).toBe(201)
    expect((await send('x', '')).statusCode).toBe(400)
  })

  test('never makes a path of a file name', async () => {
    const names = ['../../etc/passwd', 'C:\\windows\\system32\\a.csv', 'a\u0000b.csv', '..', `${'n'.repeat(251)}.csv`]
    const made = []
    for (const name of names)
      made.push(
        (
          (
            await app.server.inject({
              method: 'POST',
              url: `/api/v1/uploads?name=${encodeURIComponent(name)}`,
              headers: { 'content-type': 'application/octet-stream' },
              payload: 'a',
            })
          ).json() as { readonly name: string }
        ).name,
      )
    expect(made).toEqual(['passwd', 'a.csv', 'ab.csv', 'file', `${'n'.repeat(251)}.csv`])
  })

  test('keeps the cause of a bug to the log', async () => {
    const broken = {
      ...app.wend,
      events: { ...noEvents, vocabulary: () => Promise.reject(new Error('secret path /root')) },
    } as unknown as Wend
    const server = await buildServer({ ...broken, log: (...entry) => void logged.push(...entry) }, { webDirectory: '/nowhere' })
    const logged: unknown[] = []
    const response = await server.inject({ url: '/api/v1/vocabulary' })
    expect([response.statusCode, problem(response.payload).code]).toEqual([500, 'internal_error'])
    expect(response.payload).not.toContain('secret')
    expect(String(logged)).toContain('secret path')
    await server.close()
  })

  test('stops an answer that takes too long', async () => {
    const slow = {
      ask: (_w: unknown, _d: unknown, _q: unknown, signal: AbortSignal) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error))),
    }
    const server = await buildServer(
      { ...app.wend, events: { ...noEvents, ...slow } as unknown as Wend['events'] },
      { webDirectory: '/nowhere', answerMs: 5 },
    )
    const response = await server.inject({
      method: 'POST',
      url: '/api/v1/ask',
      headers: { 'content-type': 'application/json' },
      payload: '{"question":{"question":"overview"}}',
    })
    expect([response.statusCode, problem(response.payload).code]).toEqual([422, 'query_too_slow'])
    await server.close()
  })
})

describe('the web app', () => {
  test('is served with its assets, and every other page is its index', async () => {
    const web = join(app.directory, 'built')
    await mkdir(join(web, 'assets'), { recursive: true })
    await writeFile(join(web, 'index.html'), '<!doctype html><title>Wend</title>')
    await writeFile(join(web, 'assets', 'main-1a2b.js'), 'export {}')
    const server = await buildServer(app.wend, { webDirectory: web })
    const asset = await server.inject({ url: '/assets/main-1a2b.js' })
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable'])
    for (const url of ['/', '/maps/abc', '/import?x=1', '/customers/jane.doe@example.com']) {
      const page = await server.inject({ url })
      expect([url, page.statusCode, page.headers['content-type'], page.headers['cache-control']]).toEqual([
        url,
        200,
        'text/html; charset=utf-8',
        'no-cache',
      ])
      expect(page.payload).toContain('<title>Wend')
    }
    for (const url of ['/assets/none.js', '/favicon.ico', '/../state.sqlite', '/%2e%2e%2fstate.sqlite', '/.env'])
      expect([url, (await server.inject({ url })).statusCode]).toEqual([url, 404])
    await server.close()
  })

  test('says how to build it when it is not there', async () => {
    const page = await app.server.inject({ url: '/' })
    expect([page.statusCode, page.payload]).toEqual([503, expect.stringContaining('npm run build')])
  })
})
