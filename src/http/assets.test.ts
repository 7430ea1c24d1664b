import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { assetAsDataUrl, getAsset } from '../app/assets.ts'
import { localOwner } from '../app/actor.ts'
import { putPicturesIn } from '../app/put-pictures-in.ts'
import type { Wend } from '../app/wend.ts'
import type { Asset } from '../contract/assets.ts'
import type { MapRecord } from '../contract/maps.ts'
import { serverForTests, type TestServer } from './server-for-tests.ts'

type JourneyMap = MapRecord['map']
type Card = JourneyMap['cards'][number]

/** The smallest real pictures, 1 × 1. */
const pictures = {
  png: Buffer.from(
    '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da6364f8cf500f00038601805a347d6b0000000049454e44ae426082',
    'hex',
  ),
  gif: Buffer.from('47494638396101000100800000000000ffffff21f90401000000002c000000000100010000020144003b', 'hex'),
  webp: Buffer.from('52494646220000005745425056503820160000003001009d012a010001000ec0fe25a400037000000000', 'hex'),
}
const noEvents = { close: async () => undefined, sources: async () => [] } as unknown as Wend['events']
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

describe('a map that is exported', () => {
  const mapWith = async (images: readonly string[]): Promise<JourneyMap> => {
    const { id } = (await app.ask('makeMap', { body: { title: 'Pictures' } })) as { readonly id: string }
    const { map } = (await app.ask('getMap', { params: { id } })) as { readonly map: JourneyMap }
    const [stage, lane] = [map.stages[0], map.lanes[0]]
    if (!stage || !lane) throw new Error('a blank map has stages and lanes')
    const cards = images.map((image, index): Card => ({
      id: `picture-${index}` as Card['id'],
      lane: lane.id,
      stage: stage.id,
      body: { kind: 'image', image, alt: `Our shop ${index}` },
      evidence: [],
      standing: { kind: 'assumed' },
    }))
    return { ...map, cards }
  }
  const stored = async (map: JourneyMap): Promise<string> => {
    const preview = await app.server.inject({
      method: 'POST',
      url: '/api/v1/maps/import?format=json',
      headers: { 'content-type': 'application/octet-stream' },
      payload: JSON.stringify(map),
    })
    if (preview.statusCode !== 201) throw new Error(preview.payload)
    return preview.json<{ map: { id: string } }>().map.id
  }
  const file = (id: string, format: string) => app.server.inject({ url: `/api/v1/maps/${id}/export?format=${format}` })

  test('carries its pictures with it', async () => {
    const { id } = (await post(pictures.png)).json<Asset>()
    const map = await stored(await mapWith([id]))
    const address = `data:image/png;base64,${Buffer.from(pictures.png).toString('base64')}`
    for (const format of ['html', 'svg', 'json']) {
      const reply = await file(map, format)
      expect([format, reply.payload.includes(address), reply.headers['wend-pictures-left-out']]).toEqual([format, true, undefined])
    }
    expect((await file(map, 'png')).rawPayload.subarray(1, 4).toString()).toBe('PNG')
    expect((await file(map, 'csv')).payload).not.toContain('base64')
  })

  test('says which pictures it could not take', async () => {
    const { id } = (await post(pictures.png)).json<Asset>()
    const missing = 'f'.repeat(64)
    const map = await stored(await mapWith([id, missing]))
    const svg = await file(map, 'svg')
    expect(svg.headers['wend-pictures-left-out']).toBe('1')
    const json = (await file(map, 'json')).json<JourneyMap>()
    expect(json.cards.flatMap(({ body }) => (body.kind === 'image' ? [body.image.slice(0, 14)] : []))).toEqual([
      'data:image/png',
      missing.slice(0, 14),
    ])
    const size = (await assetAsDataUrl(app.wend, 1, id))?.length ?? 0
    const twice = await mapWith([id, id])
    expect(await putPicturesIn(app.wend, 1, { map: twice, most: 2 * size - 1 })).toEqual({ map: twice, leftOut: 1 })
    expect((await putPicturesIn(app.wend, 1, { map: twice, most: 2 * size })).leftOut).toBe(0)
  })
})
