import { ArrowLeft } from 'lucide-react'
import { useState } from 'react'
import type { DefinitionChoice } from '../../../contract/definitions.ts'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CustomerTimeline } from './customer-timeline.tsx'
import type { OpenedList } from './explore-search.ts'
import { MembersList } from './members-list.tsx'

export interface MembersDialogProps {
  readonly list: OpenedList
  readonly definition: DefinitionChoice | undefined
  readonly onClose: () => void
}

/** The list behind a number, and from each of its rows the whole history of that customer. */
export function MembersDialog({ list, definition, onClose }: MembersDialogProps) {
  const [customer, setCustomer] = useState<{ readonly id: string; readonly journey: number } | undefined>()
  return (
    <Dialog
      title={customer ? `Customer ${customer.id}` : list.label}
      isOpen
      place="side"
      onClose={onClose}
      lead={
        customer ? (
          <IconButton bare label="Back to the list" onPress={() => setCustomer(undefined)}>
            <ArrowLeft size={18} aria-hidden />
          </IconButton>
        ) : null
      }
    >
      {customer ? (
        <CustomerTimeline customer={customer.id} journey={customer.journey} definition={definition} />
      ) : (
        <MembersList list={list} definition={definition} onCustomer={(id, journey) => setCustomer({ id, journey })} />
      )}
    </Dialog>
  )
}
