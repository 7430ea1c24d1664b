import './identity.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plural } from '../../../exports/format.ts'
import { hasEnded, useJob } from '../../api/use-job.ts'
import { JobProgressView } from '../../ui/job-progress.tsx'
import { Loaded } from '../../ui/loaded.tsx'
import { ProblemNotice } from '../../ui/notice.tsx'
import { useMay } from '../people/people-queries.ts'
import { identityQuery, redoJoin, setRules, undoJoin } from './identity-queries.ts'
import { JoinsList } from './joins-list.tsx'
import { RulesForm } from './rules-form.tsx'

/** Which ids belong to one customer: the rules, every reason they found, and a way back. */
export function IdentityPage() {
  const query = useQuery(identityQuery)
  const may = useMay('define')
  const [job, setJob] = useState<string | undefined>()
  const [error, setError] = useState<unknown>()
  const state = useJob(job)
  const busy = job !== undefined && !(state && hasEnded(state))
  const start = (begun: Promise<{ readonly job: string }>): void => {
    setError(undefined)
    begun.then((accepted) => setJob(accepted.job), setError)
  }
  return (
    <div className="page identity">
      <title>Customers and their ids · Wend</title>
      <header className="page-head">
        <div>
          <h1>Customers and their ids</h1>
          <p className="page-lead">
            One person often comes under several ids: a device before the login, a user number after it, an e-mail address in the help desk.
            Say how Wend can tell that they are one, and their events become one journey. Nothing is changed in the events: every join has
            its reason and can be taken back.
          </p>
        </div>
      </header>
      {error ? <ProblemNotice error={error} /> : null}
      <Loaded query={query} rows={8}>
        {(identity) => (
          <>
            <section className="panel" aria-labelledby="identity-rules">
              <h2 id="identity-rules">Rules</h2>
              <RulesForm
                key={JSON.stringify(identity.rules)}
                rules={identity.rules}
                isDisabled={!may || busy}
                onSave={(rules) => start(setRules(rules))}
              />
              {job === undefined || state?.state === 'done' ? null : (
                <JobProgressView job={state} id={job} onAgain={() => setJob(undefined)} />
              )}
            </section>
            {identity.counts.joined + identity.counts.refused + identity.counts.undone === 0 ? (
              identity.rules.rules.length > 0 && !busy ? (
                <p className="soft" role="status">
                  The rules found no two ids that belong together. Check that the properties they name are in the events.
                </p>
              ) : null
            ) : (
              <section className="panel" aria-labelledby="identity-joins">
                <h2 id="identity-joins">Joins</h2>
                <p className="soft">
                  {plural(identity.ids, 'id')} now {identity.ids === 1 ? 'belongs' : 'belong'} to {plural(identity.customers, 'customer')}.
                </p>
                <JoinsList
                  identity={identity}
                  isDisabled={!may || busy}
                  onUndo={(join) => start(undoJoin(join))}
                  onRedo={(join) => start(redoJoin(join))}
                />
              </section>
            )}
          </>
        )}
      </Loaded>
    </div>
  )
}
