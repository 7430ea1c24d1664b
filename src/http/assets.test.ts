import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetAsDataUrl, getAsset } from '../app/assets.ts'
import { localOwner } from '../app/actor.ts'
import type { Wend } from '../app/wend.ts'
import type { Asset } from '../contract/assets.ts'
import { pictures } from '../sources/pictures-for-tests.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

const noEvents = { close: async () => undefined } as unknown as Wend['events']
let app: TestServer
beforeAll(async () => {
  app = await serverForTests({ openEvents: async () => noEvents })
})
afterAll(() => app.close())

const post = (payload: Uint8Array, type = 'application/octet-stream') =>
  app.server.inject({ method: 'POST', url: '/api/v1/assets', headers: { 'content-type': type }, payload: Buffer.from(payload) })

describe('pictures over HTTP', () => {
  test('are kept once, by content, and given back as they were', async () => {
    const first = await post(pictures.png, 'text/html')
    expect([first.statusCode, first.json<Asset>().type]).toEqual([201, 'image/png'])
    const again = await post(pictures.png)
    expect(again.json()).toEqual(first.json())
    const { id } = first.json<Asset>()
    expect(id).toBe(createHash('sha256').update(pictures.png).digest('hex'))
    expect(await readdir(join(app.directory, 'data', 'assets', id.slice(0, 2)))).toEqual([id])

    const shown = await app.server.inject({ url: `/api/v1/assets/${id}` })
    expect(shown.rawPayload.equals(Buffer.from(pictures.png))).toBe(true)
    expect(shown.headers).toMatchObject({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringContaining('sandbox') as string,
      'content-disposition': expect.stringMatching(/^attachment; filename="[0-9a-f]+\.png"/) as string,
      'cache-control': 'private, max-age=31536000, immutable',
    })
    expect(await assetAsDataUrl(app.wend, 1, id)).toBe(`data:image/png;base64,${Buffer.from(pictures.png).toString('base64')}`)
  })

  test('lose what was hidden behind them', async () => {
    const polyglot = Buffer.concat([pictures.gif, Buffer.from('<script>alert(1)</script>')])
    const { id, bytes } = (await post(polyglot)).json<Asset>()
    expect(bytes).toBe(pictures.gif.length)
    expect(await readFile(join(app.directory, 'data', 'assets', id.slice(0, 2), id), 'latin1')).not.toContain('script')
  })

  test('are refused with the reason and the remedy when they are none, or too large', async () => {
    const refused = async (bytes: Uint8Array) => (await post(bytes)).json<{ readonly code: string; readonly message: string }>()
    const svg = await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'))
    expect(svg).toMatchObject({ code: 'asset_refused', message: expect.stringContaining('Save it as PNG') as string })
    expect((await refused(Buffer.from('GIF89a/*<html>*/=1;alert(1)'))).code).toBe('asset_refused')
    expect((await refused(Buffer.alloc(0))).code).toBe('asset_refused')
    const large = Buffer.concat([pictures.png, Buffer.alloc(8_000_000)])
    expect((await refused(large)).code).toBe('asset_too_large')
  })

  test('are not shown to another workspace', async () => {
    const { id } = (await post(pictures.webp)).json<Asset>()
    const stranger = { ...localOwner, workspace: 2 }
    await expect(getAsset(stranger, app.wend, id)).rejects.toMatchObject({ code: 'asset_not_found' })
    expect(await assetAsDataUrl(app.wend, 2, id)).toBeUndefined()
    const [gone] = [await app.refusal('getAsset', { params: { id: 'a'.repeat(64) } })]
    expect(gone?.code).toBe('asset_not_found')
  })
})
