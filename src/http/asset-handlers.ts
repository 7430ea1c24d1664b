import { addAsset, getAsset } from '../app/assets.ts'
import type { Wend } from '../app/wend.ts'
import type { Handlers } from './handler.ts'

export const assetHandlers = (wend: Wend): Handlers<'addAsset' | 'getAsset'> => ({
  addAsset: ({ actor, body }) => addAsset(actor, wend, body),
  getAsset: async ({ actor, params }) => {
    const { asset, bytes } = await getAsset(actor, wend, params.id)
    const ending = asset.type.slice('image/'.length)
    // An id is the hash of the bytes, so what a browser has kept can never be stale; only this browser may keep it.
    const headers = { 'cache-control': 'private, max-age=31536000, immutable' }
    return { type: asset.type, name: `${asset.id.slice(0, 12)}.${ending}`, content: bytes, headers }
  },
})
