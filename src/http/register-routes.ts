import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply, FastifyRequest, FastifySchema, RouteShorthandOptions } from 'fastify'
import type { Actor } from '../app/actor.ts'
import { Refusal } from '../app/refusal.ts'
import type { RouteSpec } from '../contract/route.ts'
import { routes } from '../contract/routes.ts'
import { fileHeaders } from './file-headers.ts'
import type { FileReply, Handlers } from './handler.ts'
import { describedReplies } from './openapi.ts'
import { eventLines } from './event-lines.ts'

export interface Registration {
  readonly handlers: Handlers
  /** Who asks. */
  readonly actorOf: (request: FastifyRequest) => Promise<Actor>
  /** An answer that takes longer is stopped. Uploads and streams may take as long as they need. */
  readonly answerMs: number
  /** Aborts when the server closes. */
  readonly closing: AbortSignal
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The body is a file, handed on as a stream. */
    readonly bytes?: boolean
  }
}

type AnyHandler = (asked: object) => unknown

/** Registers every route of the contract. A route is a ladder: authenticate, parse, act (which asks permission), present. */
export function registerRoutes(server: FastifyInstance, registration: Registration): void {
  for (const [name, spec] of Object.entries(routes) as readonly (readonly [keyof Handlers, RouteSpec])[]) {
    const act = registration.handlers[name] as AnyHandler
    server.route({
      method: spec.method,
      url: spec.path,
      schema: schemaOf(name, spec),
      ...(spec.body === 'bytes' ? { config: { bytes: true } } : {}),
      ...(spec.largestBody === undefined ? {} : { bodyLimit: spec.largestBody }),
      handler: async (request, reply) => {
        const actor = await registration.actorOf(request)
        const limits = signalsOf(spec, reply, registration)
        try {
          const { params, query, body } = request
          const setCookie = (cookie: string): void => void reply.header('set-cookie', cookie)
          const answer = await act({ params, query, body, actor, signal: limits.signal, setCookie })
          return await present(spec, answer, reply)
        } catch (error) {
          throw limits.late?.aborted ? new Refusal('query_too_slow') : error
        }
      },
    } as RouteShorthandOptions & Parameters<FastifyInstance['route']>[0])
  }
}

function schemaOf(name: string, spec: RouteSpec): FastifySchema {
  return {
    operationId: name,
    summary: spec.summary,
    tags: [spec.tag],
    ...(spec.params && { params: spec.params }),
    ...(spec.query && { querystring: spec.query }),
    ...(spec.body && spec.body !== 'bytes' && { body: spec.body }),
    response: describedReplies(spec),
  } as FastifySchema
}

function signalsOf(
  spec: RouteSpec,
  reply: FastifyReply,
  { answerMs, closing }: Registration,
): { readonly signal: AbortSignal; readonly late?: AbortSignal } {
  const gone = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) gone.abort(new DOMException('The caller went away.', 'AbortError'))
  })
  if (spec.reply.kind === 'events') return { signal: AbortSignal.any([gone.signal, closing]) }
  if (spec.body === 'bytes') return { signal: gone.signal }
  const late = AbortSignal.timeout(answerMs)
  return { signal: AbortSignal.any([gone.signal, late]), late }
}

async function present({ reply: shape }: RouteSpec, answer: unknown, reply: FastifyReply): Promise<FastifyReply> {
  switch (shape.kind) {
    case 'json':
      return reply.code(shape.status).type('application/json; charset=utf-8').send(JSON.stringify(answer))
    case 'nothing':
      return reply.code(204).send()
    case 'events':
      // The connection ends with the stream, so that a closing server does not wait for it to fall idle.
      return reply
        .header('connection', 'close')
        .type('text/event-stream; charset=utf-8')
        .send(Readable.from(eventLines(answer as AsyncIterable<unknown>)))
    case 'file': {
      const { content, headers = {}, ...file } = answer as FileReply
      const body = typeof content === 'string' || content instanceof Uint8Array ? Buffer.from(content) : Readable.from(content)
      return reply.headers(fileHeaders(file)).headers(headers).send(body)
    }
  }
}
