import type { z } from 'zod'
import type { ErrorCode } from './errors.ts'

/** What a route takes besides its address. `bytes` is a file streamed as application/octet-stream. */
export type RouteBody = z.ZodType | 'bytes'

/**
 * What a route answers with. `json`: one value. `nothing`: 204. `events`: server-sent events, each `data:` one value.
 * `file`: bytes of one of these media types, sent as an attachment.
 */
export type RouteReply =
  | { readonly kind: 'json'; readonly status: 200 | 201 | 202; readonly schema: z.ZodType }
  | { readonly kind: 'nothing'; readonly status: 204 }
  | { readonly kind: 'events'; readonly status: 200; readonly schema: z.ZodType }
  | { readonly kind: 'file'; readonly status: 200; readonly types: readonly string[] }

/** One line of the HTTP API. The server registers from it and the web's client is typed by it. */
export interface RouteSpec {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** `:name` marks a parameter. */
  readonly path: string
  readonly summary: string
  readonly tag: string
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: RouteBody
  /** Bytes that a JSON body may have; missing: the server's own limit of 2 MB. */
  readonly largestBody?: number
  readonly reply: RouteReply
  /** Besides those that every route may give. */
  readonly errors: readonly ErrorCode[]
}

export const route = <const Spec extends RouteSpec>(spec: Spec): Spec => spec

export const json = <Schema extends z.ZodType, const Status extends 200 | 201 | 202 = 200>(schema: Schema, status?: Status) => ({
  kind: 'json' as const,
  status: (status ?? 200) as Status,
  schema,
})
export const nothing = { kind: 'nothing', status: 204 } as const
export const eventsOf = <Schema extends z.ZodType>(schema: Schema) => ({ kind: 'events' as const, status: 200 as const, schema })
export const fileOf = (...types: readonly string[]) => ({ kind: 'file' as const, status: 200 as const, types })

type Out<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined
type PartOf<Spec, Key extends string> = Spec extends { readonly [K in Key]: infer Part } ? Part : undefined

/** What the server's handler gets after parsing. */
export interface RouteParsed<Spec extends RouteSpec> {
  readonly params: Out<PartOf<Spec, 'params'>>
  readonly query: Out<PartOf<Spec, 'query'>>
  readonly body: PartOf<Spec, 'body'> extends 'bytes' ? AsyncIterable<Uint8Array> : Out<PartOf<Spec, 'body'>>
}

/** What the route answers with: the value of `json`, each value of `events`, nothing of the others. */
export type RouteOutput<Spec extends RouteSpec> = Spec['reply'] extends { readonly schema: infer Schema } ? Out<Schema> : undefined
