/** Ends a switch over a union: the compiler refuses it while a case is missing; at run time it is a bug and throws. */
export function unreachable(value: never): never {
  throw new Error(`unreachable case: ${JSON.stringify(value)}`)
}
