import type { FastifyReply, FastifyRequest } from 'fastify'

const common = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
} as const

/** Nothing that the API answers may run, load or be framed. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; sandbox"
/** The app runs its own scripts and asks its own server, nothing else. Inline styles carry sizes and colours of drawings. */
const appPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ')

/** Sets the security headers of every reply; what the API says is not kept by caches. */
export function secure(request: FastifyRequest, reply: FastifyReply): void {
  const api = request.url.startsWith('/api/')
  void reply.headers(common).header('content-security-policy', api ? apiPolicy : appPolicy)
  if (api) void reply.header('cache-control', 'no-store')
}
