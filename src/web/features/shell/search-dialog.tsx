import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Search } from 'lucide-react'
import { useState } from 'react'
import { Autocomplete, Dialog, Input, Menu, MenuItem, Modal, ModalOverlay, SearchField } from 'react-aria-components'
import { mapsQuery, vocabularyQuery } from '../../api/queries.ts'
import { openCommands } from '../../canvas/open-commands.ts'
import { findPlaces, type Place } from './find-places.ts'

/** One field for every command of the open map and every place of Wend: pages, maps, touchpoints, and a customer's id. */
export function SearchDialog({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const maps = useQuery(mapsQuery)
  const vocabulary = useQuery(vocabularyQuery)
  const [commands] = useState(openCommands)
  const places = findPlaces(text, {
    commands,
    maps: maps.data?.rows ?? [],
    touchpoints: vocabulary.data?.touchpoints.map((one) => one.name) ?? [],
  })
  const go = (place: Place): void => {
    onClose()
    // The dialog gives the focus back when it closes; what a command focuses has to come after.
    if (place.kind === 'command') setTimeout(() => commands.find((one) => one.name === place.id)?.run(), 60)
    else if (place.kind === 'map') void navigate({ to: '/maps/$map', params: { map: place.id } })
    else if (place.kind === 'touchpoint')
      void navigate({ to: '/explore/$view', params: { view: 'touchpoints' }, search: { find: place.title } })
    else if (place.kind === 'customer')
      void navigate({ to: '/explore/$view', params: { view: 'customer' }, search: { customer: place.id } })
    else void navigate({ to: place.id })
  }
  return (
    <ModalOverlay isOpen isDismissable onOpenChange={(open) => !open && onClose()} className="overlay overlay-centre">
      <Modal className="modal modal-centre">
        <Dialog className="dialog" aria-label="Search">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <SearchField aria-label="Search" className="search-line" autoFocus>
              <Search size={18} aria-hidden />
              <Input
                placeholder={
                  commands.length > 0
                    ? 'A command, a touchpoint, a map, a customer’s id, a page'
                    : 'A touchpoint, a map, a customer’s id, a page'
                }
              />
            </SearchField>
            <Menu
              className="menu search-results"
              items={places.map((place) => ({ ...place, key: `${place.kind} ${place.id}` }))}
              onAction={(key) => {
                const place = places.find((one) => `${one.kind} ${one.id}` === key)
                if (place) go(place)
              }}
              renderEmptyState={() => <p className="listbox-empty">Nothing has this name.</p>}
            >
              {(item) => (
                <MenuItem id={item.key} textValue={item.title} className="menu-item">
                  <span>{item.title}</span>
                  <span className="menu-note">{item.note}</span>
                </MenuItem>
              )}
            </Menu>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
