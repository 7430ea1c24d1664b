import type { Asset } from '../contract/assets.ts'
import { readPicture } from '../sources/read-picture.ts'
import type { StoredAsset } from '../state/asset-store.ts'
import type { Actor } from './actor.ts'
import { collectBytes } from './collect-bytes.ts'
import { demand } from './permission.ts'
import { Refusal } from './refusal.ts'
import type { Wend } from './wend.ts'

export const largestAsset = 8_000_000

/**
 * Keeps a picture for cards and personas; the same picture again is the same asset. Decided by content: PNG, JPEG, WebP
 * or GIF. Refuses with `asset_too_large` or `asset_refused`. What follows the picture in the file is left out.
 */
export async function addAsset(actor: Actor, wend: Wend, bytes: AsyncIterable<Uint8Array>): Promise<Asset> {
  demand(actor, 'edit-map')
  const all = await collectBytes(bytes, largestAsset)
  if (!all) throw new Refusal('asset_too_large')
  const read = readPicture(all)
  if (!read.ok) throw new Refusal('asset_refused', `This file ${read.error}`)
  const { type, width, height } = read.value
  const picture = all.subarray(0, read.value.bytes)
  const id = await wend.assets.write(picture)
  const stored = { id, type, width, height, bytes: picture.byteLength, at: wend.world.now(), by: actor.person.name }
  return wend.state.assets.add(actor.workspace, stored)
}

/** A picture of the actor's workspace. Refuses with `asset_not_found`. */
export async function getAsset(actor: Actor, wend: Wend, id: string): Promise<{ readonly asset: StoredAsset; readonly bytes: Uint8Array }> {
  demand(actor, 'look')
  const asset = await wend.state.assets.get(actor.workspace, id)
  const bytes = asset && (await wend.assets.read(asset.id))
  if (!asset || !bytes) throw new Refusal('asset_not_found')
  return { asset, bytes }
}

/** The picture as a `data:` URL for a file that travels alone; undefined when the workspace has none of this id. */
export async function assetAsDataUrl(wend: Pick<Wend, 'state' | 'assets'>, workspace: number, id: string): Promise<string | undefined> {
  const asset = await wend.state.assets.get(workspace, id)
  const bytes = asset && (await wend.assets.read(asset.id))
  return asset && bytes && `data:${asset.type};base64,${Buffer.from(bytes).toString('base64')}`
}
