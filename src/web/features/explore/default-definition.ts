interface Known {
  readonly id: string
  readonly builtIn: boolean
}

/** The definition that Explore starts with: the first that people made for their own journeys, else the first there is. */
export const defaultDefinition = (definitions: readonly Known[]): string | undefined =>
  (definitions.find((one) => !one.builtIn) ?? definitions[0])?.id
