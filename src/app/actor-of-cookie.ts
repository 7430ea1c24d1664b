import type { Role } from '../contract/workspace.ts'
import { localOwner, type Actor } from './actor.ts'
import type { Wend } from './wend.ts'

/** Which person a browser says it is. */
export const personCookie = 'wend_person'

/**
 * Who asks, from the `Cookie` header of a request or of a WebSocket. Without the cookie, or with one that names nobody
 * of the workspace, it is the owner: nobody signs in yet.
 */
export async function actorOfCookie(wend: Pick<Wend, 'state'>, header: string | undefined): Promise<Actor> {
  const { workspace } = localOwner
  const id = personOf(header)
  const chosen = id === undefined ? undefined : await wend.state.people.get(workspace, id)
  const person = chosen ?? (await wend.state.people.firstOwner(workspace))
  if (!person) return localOwner
  return {
    workspace,
    person: { id: person.id, name: person.name },
    role: person.role as Role,
    ...(chosen && { chosen: true }),
  }
}

/** As text for a `Set-Cookie` header. Lasts a year; scripts cannot read it, and pages of other sites cannot make it be sent. */
export const personCookieText = (person: number): string => `${personCookie}=${person}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Strict`

/** Databases number people in 32 bits. */
const largest = 2_147_483_647

function personOf(header: string | undefined): number | undefined {
  for (const part of (header ?? '').split(';')) {
    const [name, value = ''] = part.split('=', 2).map((text) => text.trim())
    if (name === personCookie) return /^[1-9]\d{0,9}$/.test(value) && Number(value) <= largest ? Number(value) : undefined
  }
  return undefined
}
