/** The two halves of a stream's name: `incident/a7` is of the kind `incident` and has the id `a7`. */
export function splitStream(stream: string): [kind: string, id: string] {
  const slash = stream.indexOf('/');
  return [stream.slice(0, slash), stream.slice(slash + 1)];
}

const collator = new Intl.Collator('en', { numeric: true });

/** The order in which people read ids: P2 before P10. */
export function compareIds(a: string, b: string): number {
  return collator.compare(a, b);
}
