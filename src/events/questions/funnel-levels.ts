import type { FunnelQuestion } from '../../journey/question.ts'
import { int, ints, joinSql, sql, unsafeSql, type Sql } from '../engine/sql.ts'
import type { TouchpointDictionary } from '../touchpoint-dictionary.ts'
import type { Selected } from './context.ts'

/**
 * Each journey that reaches the first step, with `r1..rk` (was the step reached?) and `d1..dk` (milliseconds from the first
 * step). Arrays run over a journey's events; times count from the journey's start, and −1 is "not yet".
 */
export function funnelLevels({ from }: Selected, question: FunnelQuestion, dictionary: TouchpointDictionary): Sql {
  const steps = question.steps.map((name) => dictionary.idOf(name))
  const base = sql`SELECT *, arrayCumSum(gaps) AS times, arrayEnumerate(touchpoints) AS places FROM ${from} WHERE ${steps[0] === 0 ? sql`false` : sql`has(touchpoints, ${int(steps[0]!)})`}`
  const looked = sql`SELECT *, arrayMap(p -> touchpoints[p], looked) AS e, arrayMap(p -> times[p], looked) AS t FROM (SELECT *, ${lookedPlaces(question, steps)} AS looked FROM (${base}))`
  return sql`SELECT * EXCEPT (touchpoints, gaps, times, places, looked), length(touchpoints) AS events FROM (SELECT *, ${chains(question, steps)} FROM (${looked}))`
}

/** The places of the events a funnel looks at, in the order of its tie policy. */
function lookedPlaces({ order, ties }: FunnelQuestion, steps: readonly number[]): Sql {
  const ids = sql`CAST(${ints(steps)}, 'Array(UInt16)')`
  const relevant = order === 'strict' ? sql`places` : sql`arrayFilter(p -> has(${ids}, touchpoints[p]), places)`
  if (ties !== 'step-order') return relevant
  // At one instant, events come in the order of the steps; events of no step come last.
  return sql`arraySort(p -> (times[p], if(indexOf(${ids}, touchpoints[p]) = 0, 99, indexOf(${ids}, touchpoints[p])), p), ${relevant})`
}

function chains(question: FunnelQuestion, steps: readonly number[]): Sql {
  const window = int(question.windowMs ?? Number.MAX_SAFE_INTEGER)
  if (question.order === 'any') return anyOrder(steps, window)
  const strict = question.order === 'strict'
  const parts = [sql`arrayMap((x, at) -> if(x = ${int(steps[0]!)}, at, -1), e, t) AS c1`]
  if (question.ties === 'strictly-later')
    parts.push(
      sql`arrayFill(x -> x > 0, arrayMap((at, before, p) -> if(at != before, p, 0), t, ${shifted('t')}, arrayEnumerate(t))) AS instant`,
    )
  steps.forEach((id, index) => {
    const k = index + 1
    if (k > 1)
      parts.push(
        sql`arrayMap((x, at, began) -> if(x = ${int(id)} AND began >= 0 AND at - began <= ${window}, began, -1), e, t, ${entry(k - 1, question)}) AS ${unsafeSql(`c${k}`)}`,
      )
    // The latest start that reaches this step; candidates never decrease, so the last valid one is the latest.
    if (!strict) parts.push(unsafeSql(`arrayFill(x -> x >= 0, c${k}) AS g${k}`))
    parts.push(
      unsafeSql(`arrayFirstIndex(x -> x >= 0, c${k}) AS i${k}, i${k} > 0 AS r${k}, if(r${k}, t[i${k}] - c${k}[i${k}], 0) AS d${k}`),
    )
  })
  return joinSql(parts, ', ')
}

/** For each event: the start carried by the chain that step k may continue. One event serves one step, so its own place never counts. */
function entry(k: number, { order, ties }: FunnelQuestion): Sql {
  if (order === 'strict') {
    const directly = shifted(`c${k}`)
    return ties === 'strictly-later'
      ? sql`arrayMap((began, at, before) -> if(at > before, began, -1), ${directly}, t, ${shifted('t')})`
      : directly
  }
  return ties === 'strictly-later' ? unsafeSql(`arrayMap(first -> if(first > 1, g${k}[first - 1], -1), instant)`) : shifted(`g${k}`)
}

const shifted = (array: string): Sql => unsafeSql(`arrayPushFront(arrayPopBack(${array}), toInt64(-1))`)

/**
 * Step k is reached where all of the first k steps lie in one window, which begins with the earliest of them; a touchpoint named
 * twice must occur twice. The time is the shortest such span.
 */
function anyOrder(steps: readonly number[], window: Sql | ReturnType<typeof int>): Sql {
  const distinct = [...new Set(steps)]
  const parts = distinct.flatMap((id, x) => [
    sql`arrayMap(y -> y = ${int(id)}, e) AS ${unsafeSql(`f${x}`)}`,
    unsafeSql(`arrayMap((n, own) -> n - own, arrayCumSum(f${x}), f${x}) AS b${x}`),
    unsafeSql(`arrayFilter((at, own) -> own, t, f${x}) AS o${x}`),
  ])
  steps.forEach((_, index) => {
    const k = index + 1
    const needed = distinct
      .map((id, x) => ({ x, times: steps.slice(0, k).filter((step) => step === id).length }))
      .filter(({ times }) => times > 0)
    const ends = needed.map(({ x, times }) => `if(b${x}[p] + ${times} <= length(o${x}), o${x}[b${x}[p] + ${times}], 9007199254740991)`)
    const span = ends.length === 1 ? `${ends[0]} - t[p]` : `greatest(${ends.join(', ')}) - t[p]`
    parts.push(
      unsafeSql(`arrayMin(arrayMap(p -> ${span}, arrayEnumerate(t))) AS d${k}`),
      sql`d${unsafeSql(String(k))} <= ${window} AND d${unsafeSql(String(k))} < 4503599627370496 AS r${unsafeSql(String(k))}`,
    )
  })
  return joinSql(parts, ', ')
}
