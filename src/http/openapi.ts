import swagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { createJsonSchemaTransform, createJsonSchemaTransformObject } from 'fastify-type-provider-zod'
import { z } from 'zod'
import { errors, type ErrorCode } from '../contract/errors.ts'
import { problemSchema } from '../contract/problem.ts'
import type { RouteSpec } from '../contract/route.ts'
import { routes } from '../contract/routes.ts'

const everywhere: readonly ErrorCode[] = ['bad_request', 'not_allowed', 'wrong_host', 'internal_error']

/** Describes every route that is registered after it as OpenAPI 3.1. */
export async function describeApi(server: FastifyInstance, version: string): Promise<void> {
  const named = createJsonSchemaTransformObject({})
  await server.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Wend',
        version,
        description: 'The journey map of your customers, and everything it rests on.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' } as { name: string },
      },
      servers: [{ url: '/' }],
    },
    transform: createJsonSchemaTransform({}),
    transformObject: (document) => withBytes(withoutUnused(named(document as Parameters<typeof named>[0]) as Described)) as never,
  })
}

/** A route's replies as OpenAPI wants them: its own, and its errors by status. */
export function describedReplies(spec: RouteSpec): Record<string, unknown> {
  const replies: Record<string, unknown> = { [spec.reply.status]: ownReply(spec) }
  for (const code of [...everywhere, ...spec.errors]) {
    const { status } = errors[code]
    const codes = [...everywhere, ...spec.errors].filter((other) => errors[other].status === status)
    replies[status] = { description: codes.join(', '), content: { 'application/problem+json': { schema: problemSchema } } }
  }
  return replies
}

function ownReply({ reply }: RouteSpec): unknown {
  const bytes = { schema: z.string().meta({ format: 'binary' }) }
  switch (reply.kind) {
    case 'json':
      return { description: 'Done', content: { 'application/json': { schema: reply.schema } } }
    case 'events':
      return {
        description: 'Server-sent events; the data of each is one value',
        content: { 'text/event-stream': { schema: reply.schema } },
      }
    case 'file':
      return { description: 'A file', content: Object.fromEntries(reply.types.map((type) => [type, bytes])) }
    case 'nothing':
      return z.undefined().describe('Done')
  }
}

interface Described {
  readonly paths?: Readonly<Record<string, unknown>>
  readonly components?: { readonly schemas?: Readonly<Record<string, unknown>> }
}

/** Every named schema exists for reading and for writing; keep those that something refers to. */
function withoutUnused(document: Described): Described {
  const schemas = document.components?.schemas ?? {}
  const used = new Set<string>()
  const visit = (value: unknown): void => {
    for (const [, name] of JSON.stringify(value ?? {}).matchAll(/"#\/components\/schemas\/([^"]+)"/g)) {
      if (name === undefined || used.has(name)) continue
      used.add(name)
      visit(schemas[name])
    }
  }
  visit(document.paths)
  return {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(Object.entries(schemas).filter(([name]) => used.has(name))) },
  }
}

/** Routes that take a file: the framework knows no schema for a stream. */
function withBytes(document: Described): Described {
  const paths: Record<string, unknown> = { ...document.paths }
  for (const spec of Object.values(routes) as readonly RouteSpec[]) {
    const path = paths[spec.path] as Record<string, object> | undefined
    if (spec.body !== 'bytes' || !path) continue
    const method = spec.method.toLowerCase()
    const content = { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
    paths[spec.path] = { ...path, [method]: { ...path[method], requestBody: { required: true, content } } }
  }
  return { ...document, paths }
}
