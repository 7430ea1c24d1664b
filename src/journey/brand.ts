/** Makes an id of one kind impossible to pass where another is meant. */
export type Branded<Base, Name extends string> = Base & { readonly __brand: Name }
