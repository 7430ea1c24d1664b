import { useQuery } from '@tanstack/react-query'
import type { JourneyDefinition } from '../../../journey/definition.ts'
import { wholeCustomer } from '../../../journey/definition.ts'
import type { MemberPick } from '../../../journey/member-pick.ts'
import { definitionsQuery } from '../../api/queries.ts'
import { Dialog } from '../../ui/dialog.tsx'
import type { AskedQuestion } from '../explore/explore-search.ts'
import { MembersList } from '../explore/members-list.tsx'
import { useDefinition } from '../explore/use-explore.ts'

/** A number of accounts that was clicked. */
export interface AccountsOpened {
  readonly of: AskedQuestion
  readonly pick: MemberPick
  readonly label: string
}

export interface AccountsListDialogProps {
  readonly list: AccountsOpened
  readonly onClose: () => void
  readonly onShow: (account: string) => void
}

/** The accounts behind a number; one of them opens its time line. Counted by accounts, whatever the page's definition counts. */
export function AccountsListDialog({ list, onClose, onShow }: AccountsListDialogProps) {
  const definition = useAccountDefinition()
  return (
    <Dialog title={list.label} isOpen place="side" onClose={onClose}>
      <MembersList list={{ ...list, definition }} definition={definition} onCustomer={(account) => onShow(account)} />
    </Dialog>
  )
}

function useAccountDefinition(): JourneyDefinition {
  const { definition } = useDefinition()
  const definitions = useQuery(definitionsQuery)
  const found = definitions.data?.rows.find((row) => row.id === definition)?.definition
  return { ...(found ?? wholeCustomer), unit: 'account' }
}
