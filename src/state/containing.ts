import { sql, type Expression, type RawBuilder, type SqlBool } from 'kysely'

/** Whether a column's text holds these words as they are; `%` and `_` in them mean themselves. Both databases know `escape`. */
export const containing = (column: Expression<string>, words: string): RawBuilder<SqlBool> =>
  sql<SqlBool>`${column} like ${`%${words.replace(/[\\%_]/g, (letter) => `\\${letter}`)}%`} escape '\\'`
