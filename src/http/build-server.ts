import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify'
import { actorOfCookie } from '../app/actor-of-cookie.ts'
import { Refusal } from '../app/refusal.ts'
import type { Wend } from '../app/wend.ts'
import { alertHandlers } from './alert-handlers.ts'
import { assetHandlers } from './asset-handlers.ts'
import { commentHandlers } from './comment-handlers.ts'
import { evidenceHandlers } from './evidence-handlers.ts'
import { researchHandlers } from './research-handlers.ts'
import { guardHost } from './host-guard.ts'
import { insightHandlers } from './insight-handlers.ts'
import { identityHandlers } from './identity-handlers.ts'
import { importHandlers } from './import-handlers.ts'
import { jobHandlers } from './job-handlers.ts'
import type { StreamPlaces } from './job-states.ts'
import { mapMakingHandlers } from './map-making-handlers.ts'
import { mapHandlers } from './map-handlers.ts'
import { describeApi } from './openapi.ts'
import { planHandlers } from './plan-handlers.ts'
import { personaHandlers } from './persona-handlers.ts'
import { peopleHandlers } from './people-handlers.ts'
import { sendProblem } from './problem-reply.ts'
import { questionHandlers } from './question-handlers.ts'
import { registerRoutes } from './register-routes.ts'
import { secure } from './security-headers.ts'
import { themeHandlers } from './theme-handlers.ts'
import { touchpointHandlers } from './touchpoint-handlers.ts'
import { validate } from './validate.ts'
import { serveWeb } from './web-files.ts'
import { versionHandlers } from './version-handlers.ts'
import { workspaceHandlers } from './workspace-handlers.ts'

export interface ServerOptions {
  /** The built web app. */
  readonly webDirectory: string
  /** Milliseconds after which an answer is stopped. */
  readonly answerMs?: number
  /** Milliseconds between signs of life on a quiet progress stream. */
  readonly heartbeatMs?: number
}

const largestBody = 2_000_000
/** The whole of a request, an upload included, has to arrive within this many milliseconds. */
const requestMs = 6 * 3_600_000

/** The HTTP door, not listening yet. Closing it ends progress streams and waits for answers under way. */
export async function buildServer(wend: Wend, options: ServerOptions): Promise<FastifyInstance> {
  const server = Fastify({
    bodyLimit: largestBody,
    requestTimeout: requestMs,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    keepAliveTimeout: 5000,
    frameworkErrors: (error, _request, reply) => void sendProblem(error, reply as unknown as FastifyReply, wend.log),
  })
  const closing = new AbortController()
  const places: StreamPlaces = { most: 100, heartbeatMs: options.heartbeatMs ?? 15_000, open: 0 }

  server.setValidatorCompiler(validate as Parameters<FastifyInstance['setValidatorCompiler']>[0])
  server.setSerializerCompiler(() => (data) => JSON.stringify(data))
  server.setErrorHandler((error, _request, reply) => sendProblem(error, reply, wend.log))
  server.addHook('preClose', async () => closing.abort(new DOMException('Wend is shutting down.', 'AbortError')))
  server.addHook('onSend', async (_request, reply) => {
    if (closing.signal.aborted) void reply.header('connection', 'close')
  })
  server.addHook('onRequest', async (request, reply) => {
    secure(request, reply)
    guardHost(request)
  })
  acceptBytesOnlyWhereAsked(server, wend.limits.uploadBytes)

  await describeApi(server, wend.version)
  registerRoutes(server, {
    handlers: {
      ...alertHandlers(wend),
      ...planHandlers(wend),
      ...identityHandlers(wend),
      ...insightHandlers(wend),
      ...workspaceHandlers(wend),
      ...peopleHandlers(wend),
      ...importHandlers(wend),
      ...assetHandlers(wend),
      ...researchHandlers(wend),
      ...evidenceHandlers(wend),
      ...jobHandlers(wend, places),
      ...questionHandlers(wend),
      ...mapHandlers(wend),
      ...commentHandlers(wend),
      ...mapMakingHandlers(wend),
      ...versionHandlers(wend),
      ...personaHandlers(wend),
      ...themeHandlers(wend),
      ...touchpointHandlers(wend),
    },
    actorOf: (request) => actorOfCookie(wend, request.headers.cookie),
    answerMs: options.answerMs ?? 120_000,
    closing: closing.signal,
  })
  server.get('/api/openapi.json', { schema: { hide: true } }, () => server.swagger())
  await serveWeb(server, options.webDirectory)
  return server
}

/** JSON for all; a route that takes bytes gets them as a stream, whatever the caller says they are. */
function acceptBytesOnlyWhereAsked(server: FastifyInstance, uploadBytes: number): void {
  // Pages of other sites may send text/plain without asking first.
  server.removeContentTypeParser('text/plain')
  server.addContentTypeParser('*', (request, payload, done) => {
    if (!request.routeOptions.config.bytes) return done(new Refusal('wrong_media_type'))
    if (Number(request.headers['content-length'] ?? 0) > uploadBytes) return done(new Refusal('upload_too_large'))
    done(null, payload)
  })
}
