import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Wend } from '../app/wend.ts'
import type { RouteSpec } from '../contract/route.ts'
import { routes } from '../contract/routes.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

interface Operation {
  readonly operationId: string
  readonly summary: string
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean; readonly schema: object }[]
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: object }>> }
  readonly responses: Readonly<
    Record<string, { readonly description: string; readonly content?: Readonly<Record<string, { readonly schema: object }>> }>
  >
}
interface Document {
  readonly openapi: string
  readonly info: { readonly title: string; readonly version: string }
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, object>> }
}

let app: TestServer
let document: Document
const operationOf = (spec: RouteSpec): Operation | undefined =>
  document.paths[spec.path.replace(/:(\w+)/g, '{$1}')]?.[spec.method.toLowerCase()]

beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => ({ close: async () => undefined }) as unknown as Wend['events'] })
  document = (await app.server.inject({ url: '/api/openapi.json' })).json() as Document
})
afterAll(() => app.close())

describe('the OpenAPI document', () => {
  test('is version 3.1 and describes every route of the contract and no other', () => {
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(document.info.title).toBe('Wend')
    const described = Object.values(document.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId))
    expect(described.toSorted()).toEqual(Object.keys(routes).toSorted())
  })

  test('describes each route as it is: parameters, body, replies and problems', () => {
    for (const [name, spec] of Object.entries(routes) as readonly (readonly [string, RouteSpec])[]) {
      const operation = operationOf(spec)
      expect([name, operation?.operationId, operation?.summary]).toEqual([name, name, spec.summary])
      const inPath = [...spec.path.matchAll(/:(\w+)/g)].map((match) => match[1])
      expect(operation?.parameters?.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name) ?? []).toEqual(inPath)
      expect([name, operation?.requestBody !== undefined]).toEqual([name, spec.body !== undefined])
      expect(operation?.responses[String(spec.reply.status)]).toBeDefined()
      expect(operation?.responses['403']?.content).toHaveProperty('application/problem+json')
      for (const response of Object.values(operation?.responses ?? {})) expect(response.description).not.toBe('')
    }
  })

  test('names its schemas and refers only to those that exist', () => {
    const names = Object.keys(document.components.schemas)
    expect(names).toEqual(
      expect.arrayContaining(['Workspace', 'Upload', 'Preview', 'ImportReport', 'Job', 'Answer', 'QuestionInput', 'MapRecord', 'Problem']),
    )
    const text = JSON.stringify(document)
    const referred = new Set([...text.matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1] ?? ''))
    expect(referred.size).toBeGreaterThan(10)
    for (const reference of referred) expect(names).toContain(reference.replace('#/components/schemas/', ''))
    for (const name of names) expect([name, referred.has(`#/components/schemas/${name}`)]).toEqual([name, true])
    expect(text).not.toContain('PLACEHOLDER')
  })

  test('says nothing that only OpenAPI 3.0 knew', () => {
    expect(JSON.stringify(document)).not.toMatch(/"nullable":|"exclusiveMinimum":true|"exclusiveMaximum":true/)
  })

  test('says that an upload is bytes and a list is bounded', () => {
    expect(operationOf(routes.uploadFile)?.requestBody?.content).toHaveProperty('application/octet-stream')
    const limit = operationOf(routes.listMaps)?.parameters?.find((parameter) => parameter.name === 'limit')
    expect(limit).toMatchObject({ in: 'query', schema: { minimum: 1, maximum: 1000, default: 100 } })
    expect(limit?.required ?? false).toBe(false)
  })
})
