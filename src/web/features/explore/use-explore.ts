import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useCallback, useMemo } from 'react'
import { askQuery, definitionsQuery } from '../../api/queries.ts'
import { defaultDefinition } from './default-definition.ts'
import type { AnswerTo } from '../../../journey/answer.ts'
import type { MemberPick } from '../../../journey/member-pick.ts'
import { askedBy } from './asked.ts'
import type { AskedQuestion, ExploreSearch } from './explore-search.ts'

const route = getRouteApi('/explore/$view')

export interface Explore {
  readonly search: ExploreSearch
  /** Changes some of what is shown; a value of undefined takes it away. Moves through typing replace, the rest can be gone back from. */
  readonly change: (patch: { readonly [Key in keyof ExploreSearch]?: ExploreSearch[Key] | undefined }, replace?: boolean) => void
  readonly replaceAll: (search: ExploreSearch) => void
  readonly open: (of: AskedQuestion, pick: MemberPick, label: string) => void
}

export function useExplore(): Explore {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const change = useCallback<Explore['change']>(
    (patch, replace = false) => void navigate({ search: (old) => strip({ ...old, ...patch }), replace, resetScroll: false }),
    [navigate],
  )
  const replaceAll = useCallback((next: ExploreSearch) => void navigate({ search: next, resetScroll: false }), [navigate])
  const open = useCallback<Explore['open']>((of, pick, label) => change({ open: { of, pick, label } }), [change])
  return { search, change, replaceAll, open }
}

/** Whether the definition that is asked with names a goal: without one journeys end, and nobody leaves. */
export function useHasGoal(): boolean {
  const { definition } = useDefinition()
  const definitions = useQuery(definitionsQuery)
  const found = definitions.data?.rows.find((row) => row.id === definition)
  return found === undefined || found.definition.goal.length > 0
}

/** The definition that is asked with: the one in the address, else the workspace's own. `known` is false until it can be told. */
export function useDefinition(): { readonly definition: string | undefined; readonly known: boolean } {
  const { search } = useExplore()
  const definitions = useQuery(definitionsQuery)
  return {
    definition: search.definition ?? defaultDefinition(definitions.data?.rows ?? []),
    known: search.definition !== undefined || !definitions.isPending,
  }
}

type WithoutFilters<Q> = Q extends AskedQuestion ? Omit<Q, 'events' | 'journeys' | 'groupBy'> : never

/** Asks under the filters and grouping in the address; also gives the whole question, so that its numbers can be opened. */
export function useAnswer<Q extends AskedQuestion>(
  own: WithoutFilters<Q>,
  enabled = true,
): { readonly query: UseQueryResult<AnswerTo<Q['question']>>; readonly question: Q } {
  const { search } = useExplore()
  // Rebuilt from its text, so that the same question stays the same object.
  const key = JSON.stringify({ ...own, ...askedBy(search) })
  const question = useMemo(() => JSON.parse(key) as Q, [key])
  const { definition, known } = useDefinition()
  const query = useQuery({ ...askQuery(question, definition), enabled: enabled && known }) as UseQueryResult<AnswerTo<Q['question']>>
  return { query, question }
}

const strip = (search: object): ExploreSearch =>
  Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined && value !== '')) as ExploreSearch
