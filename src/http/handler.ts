import type { Actor } from '../app/actor.ts'
import type { RouteOutput, RouteParsed, RouteSpec } from '../contract/route.ts'
import type { RouteName, Routes } from '../contract/routes.ts'

/** What a handler may do to the reply besides its answer. */
interface Replying {
  readonly setCookie: (cookie: string) => void
}

/** A request after parsing: its parts, who asks, and a signal that aborts when the caller goes away or has waited too long. */
export type Asked<Spec extends RouteSpec> = RouteParsed<Spec> & { readonly actor: Actor; readonly signal: AbortSignal } & Replying

/** A file to hand out. `name` is what it is saved as. */
export interface FileReply {
  readonly type: string
  readonly name: string
  readonly content: string | Uint8Array | AsyncIterable<string>
  /** Headers of its own, such as how long it may be kept. */
  readonly headers?: Readonly<Record<string, string>>
}

type Plain = string | number | boolean | null | undefined
/** Stores give readonly values; the wire does not care. */
export type Unwritten<T> = T extends Plain ? T : { readonly [Key in keyof T]: Unwritten<T[Key]> }

export type Answered<Spec extends RouteSpec> = Spec['reply']['kind'] extends 'json'
  ? Unwritten<RouteOutput<Spec>>
  : Spec['reply']['kind'] extends 'events'
    ? AsyncIterable<Unwritten<RouteOutput<Spec>> | 'heartbeat'>
    : Spec['reply']['kind'] extends 'file'
      ? FileReply
      : void

/** Acts on a parsed request; errors are thrown and become problems. */
export type Handler<Spec extends RouteSpec> = (asked: Asked<Spec>) => Promise<Answered<Spec>> | Answered<Spec>

export type Handlers<Names extends RouteName = RouteName> = { readonly [Name in Names]: Handler<Routes[Name]> }
