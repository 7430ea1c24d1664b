import './accounts.css'
import { useState } from 'react'
import type { MethodAnswer, MethodQuestion } from '../../../journey/method.ts'
import { Empty } from '../../ui/empty.tsx'
import { Pager } from '../../ui/pager.tsx'
import { MethodPanel } from '../explore/method-panel.tsx'
import { useExplore } from '../explore/use-explore.ts'
import { useMethod } from '../explore/use-method.ts'
import { AccountPage } from './account-page.tsx'
import { readAccountSettings } from './account-settings.ts'
import { AccountsList } from './accounts-list.tsx'
import { AccountsListDialog, type AccountsOpened } from './accounts-list-dialog.tsx'
import { BreadthTable } from './breadth-table.tsx'
import { RolesTable } from './roles-table.tsx'
import { RuleFields } from './rule-fields.tsx'
import { StallsTable } from './stalls-table.tsx'

const limit = 50

/** Accounts with their people, or one of them on a time line. */
export function AccountsView() {
  const { search } = useExplore()
  const account = search.with?.['account']
  return account === undefined ? <Accounts /> : <AccountPage account={account} />
}

function Accounts() {
  const { search } = useExplore()
  const offset = Math.max(0, Math.round(Number(search.with?.['offset'] ?? 0)) || 0)
  const method = useMethod<'accounts'>({ question: 'accounts', limit, offset, ...readAccountSettings(search) })
  return (
    <MethodPanel method={method} rows={12}>
      {(answer) => <Shown answer={answer} question={method.question} />}
    </MethodPanel>
  )
}

interface ShownProps {
  readonly answer: MethodAnswer<'accounts'>
  readonly question: MethodQuestion<'accounts'>
}

function Shown({ answer, question }: ShownProps) {
  const { search, change } = useExplore()
  const [opened, setOpened] = useState<AccountsOpened | undefined>()
  const { summary } = answer
  const show = (account: string): void => change({ with: { ...search.with, account } })
  if (answer.total === 0)
    return (
      <Empty title="No event names an account">
        <p>
          An account is the company that a customer belongs to. Say in the recipe which column holds it, and which holds the person’s role.
        </p>
      </Empty>
    )
  return (
    <div className="stack accounts">
      <section className="panel panel-body stack">
        <div className="spread">
          <h2>Accounts and their people</h2>
          <RuleFields summary={summary} />
        </div>
        <AccountsList rows={answer.rows} onShow={show} />
        <Pager
          total={answer.total}
          limit={limit}
          offset={question.offset ?? 0}
          onMove={(offset) => change({ with: { ...search.with, offset: String(offset) } }, true)}
        />
      </section>
      <div className="accounts-pair">
        <section className="panel panel-body stack">
          <h2>Who is silent</h2>
          <RolesTable roles={summary.roles} silentMs={summary.silentMs} />
        </section>
        <section className="panel panel-body stack">
          <h2>How many take part</h2>
          <BreadthTable summary={summary} question={question} onOpen={setOpened} />
        </section>
      </div>
      <section className="panel panel-body stack">
        <h2>Where the committee stalls</h2>
        <StallsTable summary={summary} question={question} onOpen={setOpened} />
      </section>
      {opened ? <AccountsListDialog list={opened} onClose={() => setOpened(undefined)} onShow={show} /> : null}
    </div>
  )
}
