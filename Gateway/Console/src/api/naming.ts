/** Names the thing that a path is about, in words: `/incidents/ID` is "0034 fraud, Dongda Street". */
export interface Naming {
  /** Undefined: it has no name here. */
  thingOf(path: string): string | undefined;
}

/** Filled in by the room of incidents, which stands above this one. */
export const naming: Naming = { thingOf: () => undefined };
