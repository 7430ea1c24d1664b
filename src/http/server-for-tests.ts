import { deepStrictEqual } from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance, LightMyRequestResponse } from 'fastify'
import type { z } from 'zod'
import { openWend, type OpenWendOptions } from '../app/open-wend.ts'
import { realWorld } from '../app/real-world.ts'
import type { Wend } from '../app/wend.ts'
import type { Job } from '../contract/jobs.ts'
import type { Person } from '../contract/people.ts'
import { problemSchema, type Problem } from '../contract/problem.ts'
import type { RouteSpec } from '../contract/route.ts'
import { routes, type RouteName } from '../contract/routes.ts'
import { buildServer, type ServerOptions } from './build-server.ts'

export interface TestServer {
  readonly server: FastifyInstance
  readonly wend: Wend
  readonly directory: string
  /** Everything that was logged. */
  readonly logged: readonly unknown[]
  /** Asks a route; fails unless it answers with its own status and exactly its own shape. */
  ask(name: RouteName, parts?: AskedParts): Promise<unknown>
  /** Asks a route; fails unless it answers with a problem of the right status. */
  refusal(name: RouteName, parts?: AskedParts): Promise<Problem>
  /** Asks a route as a person of the workspace: its answer, fails unless that is exactly its shape; or the code of the refusal. */
  as<T>(person: number, name: RouteName, parts?: AskedParts): Promise<T>
  addPerson(name: string, role: Person['role']): Promise<number>
  /** Every state of a job until it has ended. */
  follow(job: string): Promise<readonly Job[]>
  upload(name: string, text: string): Promise<string>
  close(): Promise<void>
}
export interface AskedParts {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A server on a data directory of its own; the real engine unless `openEvents` says otherwise. */
export async function serverForTests(options: Partial<OpenWendOptions> & Partial<ServerOptions> = {}): Promise<TestServer> {
  const directory = await mkdtemp(join(tmpdir(), 'wend-http-'))
  const logged: unknown[] = []
  const log = (message: string, error?: unknown): void => void logged.push(message, error)
  const wend = await openWend({ dataDirectory: join(directory, 'data'), world: realWorld, engineMemory: 1_000_000_000, log, ...options })
  const server = await buildServer(wend, { webDirectory: join(directory, 'web'), ...options })
  const ask = async (name: RouteName, parts: AskedParts = {}): Promise<unknown> =>
    answered(routes[name], await send(server, routes[name], parts))
  return {
    server,
    wend,
    directory,
    logged,
    ask,
    refusal: async (name, parts = {}) => refused(await send(server, routes[name], parts)),
    async as<T>(person: number, name: RouteName, parts: AskedParts = {}) {
      const response = await send(server, routes[name], parts, { cookie: `wend_person=${person}` })
      if (response.statusCode >= 400) return refused(response).code as T
      return (routes[name].reply.kind === 'json' ? answered(routes[name], response) : undefined) as T
    },
    addPerson: async (name, role) => ((await ask('addPerson', { body: { name, role } })) as Person).id,
    async follow(job) {
      const response = await send(server, routes.followJob, { params: { id: job } })
      return response.payload
        .split('\n\n')
        .filter((event) => event.startsWith('event: job\n'))
        .map((event) => routes.followJob.reply.schema.parse(JSON.parse(event.slice(event.indexOf('data: ') + 6))))
    },
    async upload(name, text) {
      const response = await server.inject({
        method: 'POST',
        url: `/api/v1/uploads?name=${encodeURIComponent(name)}`,
        headers: { 'content-type': 'application/octet-stream' },
        payload: text,
      })
      return (answered(routes.uploadFile, response) as { readonly upload: string }).upload
    },
    async close() {
      await server.close()
      await wend.close()
      await rm(directory, { recursive: true })
    },
  }
}

// oxlint-disable-next-line max-params -- who asks is said by few
function send(
  server: FastifyInstance,
  spec: RouteSpec,
  { params = {}, query = {}, body }: AskedParts,
  who: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> {
  const path = spec.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const headers = { ...who, ...(body !== undefined && { 'content-type': 'application/json' }) }
  return server.inject({
    method: spec.method,
    url: path,
    query: { ...query },
    headers,
    ...(body !== undefined && { payload: JSON.stringify(body) }),
  })
}

function answered(spec: RouteSpec, response: LightMyRequestResponse): unknown {
  if (response.statusCode !== spec.reply.status)
    throw new Error(`${spec.method} ${spec.path} answered ${response.statusCode}: ${response.payload.slice(0, 500)}`)
  if (spec.reply.kind !== 'json') return response.rawPayload
  const value: unknown = response.json()
  // A schema drops keys that it does not know: what it gives back must be all there was.
  deepStrictEqual((spec.reply.schema as z.ZodType).parse(value), value)
  return value
}

function refused(response: LightMyRequestResponse): Problem {
  if (response.statusCode < 400) throw new Error(`expected a refusal, got ${response.statusCode}`)
  deepStrictEqual(response.headers['content-type'], 'application/problem+json; charset=utf-8')
  return problemSchema.parse(response.json())
}
