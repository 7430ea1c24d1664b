import './touchpoints.css'
import { useQuery } from '@tanstack/react-query'
import { Search } from 'lucide-react'
import { Autocomplete, Header, Input, ListBox, ListBoxItem, ListBoxSection, SearchField, useFilter } from 'react-aria-components'
import type { LibraryTouchpoint } from '../../../contract/touchpoints.ts'
import { formatCount } from '../../../exports/format.ts'
import { touchpointsQuery } from './touchpoint-queries.ts'

/** What a card needs to stand for a touchpoint. */
export type ChosenTouchpoint = Pick<LibraryTouchpoint, 'id' | 'name' | 'channel' | 'team'>

export interface TouchpointPickerProps {
  readonly onChoose: (touchpoint: ChosenTouchpoint) => void
}

/** Finds a touchpoint of the library by name, channel or team; grouped by channel. */
export function TouchpointPicker({ onChoose }: TouchpointPickerProps) {
  const { contains } = useFilter({ sensitivity: 'base' })
  const { data } = useQuery(touchpointsQuery)
  const rows = data?.rows ?? []
  const channels = [...new Set(rows.map((row) => row.channel))].sort()
  return (
    <div className="touchpoint-picker">
      <Autocomplete filter={contains}>
        <SearchField className="picker-search" aria-label="Find a touchpoint" autoFocus>
          <Search size={14} aria-hidden />
          <Input placeholder="Find a touchpoint" />
        </SearchField>
        <ListBox
          aria-label="Touchpoints of the library"
          className="listbox"
          selectionMode="none"
          onAction={(key) => {
            const found = rows.find((row) => row.id === key)
            if (found) onChoose({ id: found.id, name: found.name, channel: found.channel, team: found.team })
          }}
          renderEmptyState={() => (
            <p className="listbox-empty">
              {rows.length === 0 ? 'The library is empty. Fill it on the page Touchpoints.' : 'Nothing has this name.'}
            </p>
          )}
        >
          {channels.map((channel) => (
            <ListBoxSection key={channel} id={`channel ${channel}`}>
              <Header className="touchpoint-picker-channel">{channel || 'No channel'}</Header>
              {rows
                .filter((row) => row.channel === channel)
                .map((row) => (
                  <ListBoxItem key={row.id} id={row.id} textValue={[row.name, row.channel, row.team].join(' ')} className="listbox-item">
                    <span className="listbox-name">{row.name}</span>
                    <span className="listbox-note">{row.events > 0 ? formatCount(row.events) : row.team}</span>
                  </ListBoxItem>
                ))}
            </ListBoxSection>
          ))}
        </ListBox>
      </Autocomplete>
    </div>
  )
}
