/** Values as server-sent events named "job"; a heartbeat is a comment that keeps the connection known to be alive. */
export async function* eventLines(values: AsyncIterable<unknown>): AsyncGenerator<string> {
  // The browser waits this many milliseconds before it connects again.
  yield 'retry: 2000\n\n'
  for await (const value of values) yield value === 'heartbeat' ? ': still here\n\n' : `event: job\ndata: ${JSON.stringify(value)}\n\n`
}
