/** Readonly taken away at every depth, so that a parsed value and a domain type can be compared. */
export type Writable<T> = T extends string | number | boolean | null | undefined ? T : { -readonly [Key in keyof T]: Writable<T[Key]> }

/** Every key made required at every depth: a key that one side forgot then shows. */
export type Complete<T> = T extends string | number | boolean | null | undefined
  ? T
  : { [Key in keyof T]-?: Complete<Exclude<T[Key], undefined>> }

type Mutual<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false

/**
 * True when both types accept exactly the same values: mutually assignable as they are (an optional key is optional on
 * both sides) and with every key required (no key is missing on either side).
 */
export type SameShape<A, B> = Mutual<Writable<A>, Writable<B>> extends true ? Mutual<Complete<Writable<A>>, Complete<Writable<B>>> : false

/** Fails to compile unless the claim holds. */
export type Holds<Claim extends true> = Claim
