import type { FastifyRequest } from 'fastify'
import { Refusal } from '../app/refusal.ts'

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/**
 * Nobody signs in yet, so only pages of this very Wend may use it. A Host that is no loopback name means that some
 * site's name was pointed at this machine (DNS rebinding); an Origin other than the Host means that another page asks.
 */
export function guardHost(request: FastifyRequest): void {
  const host = request.headers.host ?? ''
  if (!loopbackNames.has(nameOf(host))) throw new Refusal('wrong_host')
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin } = request.headers
  if (origin !== undefined && origin !== `http://${host}`) throw new Refusal('wrong_origin')
  const site = request.headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('wrong_origin')
}

/** The name without its port; an IPv6 address keeps its brackets. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()
