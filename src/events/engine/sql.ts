/** A value that travels beside the SQL text, never inside it. `type` is the ClickHouse type. */
export interface Bound {
  readonly type: string
  readonly value: string | number | readonly string[] | readonly number[]
}

/** SQL text with its bound values in place. */
export interface Sql {
  readonly chunks: readonly (string | Bound)[]
}

/** Composes SQL: other `Sql` is spliced in, values must be bound by `text`, `int`, `texts` and the like. */
export function sql(strings: TemplateStringsArray, ...values: readonly (Sql | Bound)[]): Sql {
  const chunks: (string | Bound)[] = []
  strings.forEach((text, index) => {
    chunks.push(text)
    const value = values[index]
    if (value === undefined) return
    if ('chunks' in value) chunks.push(...value.chunks)
    else chunks.push(value)
  })
  return { chunks }
}

/** SQL text as it is. Only for text that Wend itself wrote: never for a person's words. */
export const unsafeSql = (text: string): Sql => ({ chunks: [text] })

export function joinSql(parts: readonly Sql[], separator: string): Sql {
  return { chunks: parts.flatMap((part, index) => (index === 0 ? part.chunks : [separator, ...part.chunks])) }
}

export const text = (value: string): Bound => ({ type: 'String', value })
export const texts = (value: readonly string[]): Bound => ({ type: 'Array(String)', value })
export const int = (value: number): Bound => ({ type: 'Int64', value })
export const ints = (value: readonly number[]): Bound => ({ type: 'Array(Int64)', value })
export const float = (value: number): Bound => ({ type: 'Float64', value })

export const nothing: Sql = { chunks: [] }

/** The text with `{p0:String}` placeholders, and the values by name, as ClickHouse's query parameters want them. */
export function compileSql(statement: Sql): { readonly query: string; readonly params: Readonly<Record<string, unknown>> } {
  const params: Record<string, unknown> = {}
  let query = ''
  for (const chunk of statement.chunks) {
    if (typeof chunk === 'string') {
      query += chunk
      continue
    }
    const name = `p${Object.keys(params).length}`
    params[name] = chunk.value
    query += `{${name}:${chunk.type}}`
  }
  return { query, params }
}
