import type { CardId } from '../../../journey/map.ts'
import type { Editor } from '../editor.ts'
import type { GridCell } from '../grid-rows.ts'
import { newId } from '../new-id.ts'
import { only } from '../selection.ts'
import { placeIn } from './card-actions.ts'
import { altOf, messageOf, uploadPicture } from './pictures.ts'

/** Uploads pictures and puts each on a card of the cell; then asks in the card what the last one shows. Says why one is refused. */
export async function addPictures(editor: Editor, cell: GridCell, files: readonly File[]): Promise<void> {
  for (const file of files) {
    try {
      editor.say(`Uploading ${file.name} …`)
      const image = await uploadPicture(file)
      const card = newId<CardId>('card')
      const body = { kind: 'image' as const, image, alt: knownAlt(file.name) }
      if (!editor.apply('New picture', [{ kind: 'add-card', card, place: placeIn(editor, cell, null), body }])) return
      editor.select(only(card))
      editor.moveTo({ kind: 'card', id: card })
      editor.edit({ kind: 'head', of: 'picture', id: card })
      editor.say('Picture added. Say what it shows.')
    } catch (error) {
      editor.say(`${file.name}: ${messageOf(error)}`, true)
    }
  }
}

/** What a browser calls a pasted picture says nothing about it. */
const knownAlt = (name: string): string => (/^(image|screenshot|unnamed|img[\s_-]?\d*)\.\w+$/i.test(name) ? '' : altOf(name))
