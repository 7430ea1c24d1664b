import type { FastifyRequest } from 'fastify'
import { refuseForeignHost, refuseForeignPage } from '../app/foreign-page.ts'

/** Refuses a foreign Host always, and a page of another origin where something would change. */
export function guardHost({ headers, method }: FastifyRequest): void {
  refuseForeignHost(headers)
  if (method !== 'GET' && method !== 'HEAD') refuseForeignPage(headers)
}
