import { isGivenBack, isHit, type Directive } from '../api/directive';
import type { Person } from '../signin/claims';

/** The columns of the screen, in their order. */
export const columns = ['toSign', 'running', 'late', 'back'] as const;
export type Column = (typeof columns)[number];

/** The clock that runs out first; null: none runs. A clock that alarms nobody does not count. */
export function nextLimit(directive: Directive): Directive['clocks'][number] | null {
  const running = directive.clocks.filter((clock) => clock.state === 'running' && !clock.silent);
  return running.sort((a, b) => Date.parse(a.dueAt) - Date.parse(b.dueAt))[0] ?? null;
}

/** Where a directive stands at an instant (milliseconds since 1970): what came back before what is late. */
export function columnOf(directive: Directive, nowMs: number): Column {
  if (directive.status === 'refused' || isHit(directive) || isGivenBack(directive)) return 'back';
  const limit = nextLimit(directive);
  if (limit !== null && Date.parse(limit.dueAt) <= nowMs) return 'late';
  return directive.status === 'issued' ? 'toSign' : 'running';
}

/** The directives of each column: those whose limit runs out first stand above, then those that were issued first. */
export function byColumn(directives: readonly Directive[], nowMs: number): Record<Column, Directive[]> {
  const groups: Record<Column, Directive[]> = { toSign: [], running: [], late: [], back: [] };
  for (const directive of directives) groups[columnOf(directive, nowMs)].push(directive);
  const limit = (directive: Directive) => Date.parse(nextLimit(directive)?.dueAt ?? '9999-12-31T00:00:00Z');
  for (const group of Object.values(groups))
    group.sort((a, b) => limit(a) - limit(b) || Date.parse(a.issuedAt) - Date.parse(b.issuedAt) || (a.id < b.id ? -1 : 1));
  return groups;
}

type Signed = Pick<Person, 'roles' | 'subject' | 'unitId' | 'station'>;

/**
 * Whether a person answers for it: the recipient, the station of a unit, and the centre by radio; a call-taker for a recipient of which
 * nobody signs in here. The gateway decides all the same.
 */
export function answersFor(person: Signed, directive: Directive, unitStation: string | null, isExternal = false): boolean {
  const { roles } = person;
  if (roles.includes('dispatcher') || roles.includes('supervisor')) return true;
  if (roles.includes('callTaker') && isExternal) return true;
  if (roles.includes('station') && person.station !== null && person.station === (directive.to.station ?? unitStation)) return true;
  if (roles.includes('unit') && person.unitId !== null && person.unitId === directive.to.unit) return true;
  return directive.to.subject !== null && directive.to.subject === person.subject;
}

/** Whether a person gives its report back: the centre, and a station what it issued itself. The gateway decides all the same. */
export function managesIt({ roles, station }: Signed, { from }: Directive): boolean {
  if (roles.includes('dispatcher') || roles.includes('supervisor')) return true;
  return roles.includes('station') && station !== null && from.role === 'station' && from.station === station;
}
