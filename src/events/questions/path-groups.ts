import type { PathGroup } from '../../journey/question.ts'
import { joinSql, sql, text, type Sql } from '../engine/sql.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'

type Paths = readonly (readonly string[])[]

/** Paths as the engine keeps them; one with a touchpoint that no event has is left out: nobody took it. */
function idsOf(paths: Paths, dictionary: TouchpointDictionary): Sql {
  const rows = paths.flatMap((path) => {
    const ids = path.map((name) => dictionary.idOf(name))
    return ids.includes(0) ? [] : [`[${ids.join(',')}]`]
  })
  return sql`${{ type: 'Array(Array(UInt16))', value: `[${rows.join(',')}]` }}`
}

/** Condition: the journey took exactly one of the paths. */
export const pathsAmong = (paths: Paths, dictionary: TouchpointDictionary): Sql =>
  sql`sipHash128(touchpoints) IN (SELECT sipHash128(arrayJoin(${idsOf(paths, dictionary)})))`

/** The group of the journey's exact path, '' where it is in none. Paths are told apart by 128-bit hashes. */
export function pathGroup(groups: readonly PathGroup[], dictionary: TouchpointDictionary): Sql {
  const all = groups.map(({ group, paths }) => sql`arrayMap(p -> (hex(sipHash128(p)), ${text(group)}), ${idsOf(paths, dictionary)})`)
  if (all.length === 0) return sql`''`
  const pairs = sql`(SELECT arrayFlatten([${joinSql(all, ', ')}]))`
  return sql`transform(hex(sipHash128(touchpoints)), arrayMap(p -> p.1, ${pairs}), arrayMap(p -> p.2, ${pairs}), '')`
}
