import { createWriteStream } from 'node:fs'
import { once } from 'node:events'

/** Writes a CSV event log with a steady random source: customers with about `events / customers` events each, in time order overall. */
export async function makeLog(path: string, { events, customers }: { readonly events: number; readonly customers: number }): Promise<void> {
  const out = createWriteStream(path)
  let state = 0x2545f491
  const random = (): number => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return (state >>> 0) / 2 ** 32
  }
  const channels = ['web', 'app', 'email', 'phone']
  let block = 'customer,touchpoint,time,channel\n'
  for (let index = 0; index < events; index++) {
    const customer = Math.floor(random() * customers)
    const touchpoint = Math.floor(random() * random() * 40)
    const time = new Date(
      1_735_689_600_000 + Math.floor((index / events) * 31_536_000_000) + Math.floor(random() * 3_600_000),
    ).toISOString()
    block += `c${customer},Touchpoint ${touchpoint},${time},${channels[touchpoint % 4]}\n`
    if (block.length > 1 << 20) {
      if (!out.write(block)) await once(out, 'drain')
      block = ''
    }
  }
  out.end(block)
  await once(out, 'finish')
}
