import { int, sql, type Sql } from '../engine/sql.ts'

/** Joined ids of a workspace: customer (an id's hash) → person (the hash of the id that stands for the customer). */
export const personsOf = (workspace: number): Sql => sql`(SELECT customer, person FROM persons WHERE workspace = ${int(workspace)})`

/** Events of joined ids, each with the customer that it belongs to. */
export const joinedEvents = (workspace: number): Sql =>
  sql`(SELECT e.* EXCEPT (customer), p.person AS customer FROM events AS e INNER JOIN ${personsOf(workspace)} AS p ON p.customer = e.customer WHERE e.workspace = ${int(workspace)} AND e.customer IN (SELECT customer FROM ${personsOf(workspace)}))`

/** SQL of an event's own `customer` as the customer that it belongs to. */
export const personOf = (workspace: number): Sql =>
  sql`transform(customer, (SELECT groupArray(customer) FROM (SELECT * FROM ${personsOf(workspace)} ORDER BY customer)), (SELECT groupArray(person) FROM (SELECT * FROM ${personsOf(workspace)} ORDER BY customer)), customer)`

/** A condition on `customer`, beginning with AND, carried over to all ids of the customers that it holds for. */
export const widened = (workspace: number, units: Sql): Sql =>
  sql` AND customer IN (SELECT person FROM persons WHERE workspace = ${int(workspace)}${units})`

/** Ids hashed by the engine, as the customers that they belong to: SELECT of one column. */
export const personsById = (workspace: number, ids: Sql, joined: boolean): Sql =>
  joined
    ? sql`SELECT if(p.person = 0, i.id, p.person) FROM (SELECT arrayJoin(${ids}) AS id) AS i LEFT JOIN ${personsOf(workspace)} AS p ON p.customer = i.id`
    : sql`SELECT arrayJoin(${ids})`

/** Every id hash of the customer that an id belongs to: SELECT of one column. */
export const idsOfPerson = (workspace: number, id: Sql): Sql =>
  sql`SELECT arrayJoin(arrayDistinct(arrayPushBack(groupArray(customer), ${id}))) FROM persons WHERE workspace = ${int(workspace)} AND person IN (SELECT person FROM persons WHERE workspace = ${int(workspace)} AND customer = ${id})`
