import { existsSync } from 'node:fs'
import { join, sep } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../app/refusal.ts'

const notBuilt = 'The web app has not been built yet. Run "npm run build" and load this page again. The API is at /api/openapi.json.\n'

/** Serves the built web app; every address that is no file and no API route is a page of it. */
export async function serveWeb(server: FastifyInstance, directory: string): Promise<void> {
  const built = existsSync(join(directory, 'index.html'))
  if (built) {
    await server.register(fastifyStatic, {
      root: directory,
      wildcard: true,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Built assets carry a hash of their content in their names; pages do not.
        const lasting = path.includes(`${sep}assets${sep}`)
        void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
  }
  server.setNotFoundHandler((request, reply) => {
    if (!isPage(request)) throw new Refusal('route_not_found')
    if (!built) return reply.code(503).type('text/plain; charset=utf-8').send(notBuilt)
    return page(reply)
  })
}

const page = (reply: FastifyReply): FastifyReply => reply.code(200).sendFile('index.html')

function isPage(request: FastifyRequest): boolean {
  const [path = ''] = request.url.split('?')
  // Deeper addresses may end in a customer's id with a dot in it, and are pages all the same.
  const asset = path.startsWith('/assets/') || /^\/[^/]*\.[a-z0-9]{2,8}$/i.test(path)
  return (request.method === 'GET' || request.method === 'HEAD') && path !== '/api' && !path.startsWith('/api/') && !asset
}
