import type { JourneyMap } from '../journey/map.ts'
import { assetAsDataUrl } from './assets.ts'
import type { Wend } from './wend.ts'

/** Characters of all pictures of one file together, so that a map file stays small enough to be read back. */
const mostPictures = 8_000_000

export interface WithPictures {
  readonly map: JourneyMap
  /** How many pictures the file does not hold, because they are missing or too large. */
  readonly leftOut: number
}

/**
 * The map with the bytes of its pictures in it, for a file that travels alone: those of the cards first, then those of the
 * personas, until `most` characters are used. One that is missing or no longer fits keeps its id.
 */
export async function putPicturesIn(
  wend: Pick<Wend, 'state' | 'assets'>,
  workspace: number,
  { map, most = mostPictures }: { readonly map: JourneyMap; readonly most?: number },
): Promise<WithPictures> {
  const put = new Map<string, string>()
  let room = most
  let leftOut = 0
  for (const id of assetsOf(map)) {
    const address = await assetAsDataUrl(wend, workspace, id)
    const uses = timesUsed(map, id)
    if (address === undefined || address.length * uses > room) leftOut += 1
    else {
      put.set(id, address)
      room -= address.length * uses
    }
  }
  return { map: put.size === 0 ? map : withAddresses(map, put), leftOut }
}

const isAsset = (picture: string | undefined): picture is string => picture !== undefined && !picture.startsWith('data:')

function picturesOf({ cards, personas }: JourneyMap): readonly string[] {
  const onCards = cards.map(({ body }) => (body.kind === 'image' ? body.image : undefined))
  return [...onCards, ...personas.map(({ picture }) => picture)].filter(isAsset)
}

const assetsOf = (map: JourneyMap): ReadonlySet<string> => new Set(picturesOf(map))
const timesUsed = (map: JourneyMap, id: string): number => picturesOf(map).filter((one) => one === id).length

function withAddresses(map: JourneyMap, put: ReadonlyMap<string, string>): JourneyMap {
  return {
    ...map,
    cards: map.cards.map((card) => {
      const address = card.body.kind === 'image' ? put.get(card.body.image) : undefined
      return address !== undefined && card.body.kind === 'image' ? { ...card, body: { ...card.body, image: address } } : card
    }),
    personas: map.personas.map((persona) => {
      const address = persona.picture === undefined ? undefined : put.get(persona.picture)
      return address === undefined ? persona : { ...persona, picture: address }
    }),
  }
}

/** For drawings: an image that is still only an id says so beside its description. */
export function tellLeftOut(map: JourneyMap): JourneyMap {
  return {
    ...map,
    cards: map.cards.map((card) => {
      if (card.body.kind !== 'image' || !isAsset(card.body.image)) return card
      const alt = `${card.body.alt === '' ? 'Image' : card.body.alt} (too large for this file; see it in Wend)`
      return { ...card, body: { ...card.body, alt } }
    }),
  }
}
