const things: Readonly<Record<string, string>> = { call: 'calls', incident: 'incidents' };

/** The path of a thing by its name, `call/ID` or `incident/ID`, or by the address of its page; null: it is neither. */
export function pathOf(thing: string): string | null {
  const found = /(?:^|\/)(call|incident)s?\/([A-Za-z0-9_-]{1,40})$/.exec(thing.trim());
  return found ? `/${things[found[1]!]!}/${found[2]!}` : null;
}
