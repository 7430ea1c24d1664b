import { Refusal } from './refusal.ts'

const loopbackNames = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** What a request says of where it comes from. */
export interface Whence {
  readonly host?: string | undefined
  readonly origin?: string | undefined
  readonly 'sec-fetch-site'?: string | string[] | undefined
}

/**
 * Nobody signs in yet, so only pages of this very Wend may use it. A Host that is no loopback name means that some
 * site's name was pointed at this machine (DNS rebinding).
 */
export function refuseForeignHost({ host = '' }: Whence): void {
  if (!loopbackNames.has(nameOf(host))) throw new Refusal('wrong_host')
}

/** An Origin other than the Host means that another page asks. */
export function refuseForeignPage({ host = '', origin, 'sec-fetch-site': site }: Whence): void {
  if (origin !== undefined && origin !== `http://${host}`) throw new Refusal('wrong_origin')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw new Refusal('wrong_origin')
}

/** The name without its port; an IPv6 address keeps its brackets. */
const nameOf = (host: string): string => host.replace(/:\d+$/, '').toLowerCase()
