/**
 * Heavy pure work that runs in a thread of its own. Yields the share done, 0..1; input, shares and result cross by structured
 * clone.
 */
export type Task<Input, Result> = (input: Input) => Generator<number, Result> | AsyncGenerator<number, Result>
