import { isGivenBack, isHit, type Directive } from '../api/directive';
import { splitNumber } from '../incident/terms';
import { msOf, pressing } from '../incident/urgency';
import type { Person } from '../signin/claims';
import type { Alarm } from './alarm';

/** Who looks; null: nobody is signed in. */
export type Looking = Pick<Person, 'roles' | 'subject' | 'unitId' | 'station'> | null;

/** Whether a directive is to this person, or to the unit or station that they act for. */
export function isTo(who: Looking, { to }: Directive): boolean {
  if (who === null) return false;
  if (to.station !== null) return who.roles.includes('station') && who.station === to.station;
  if (to.unit !== null) return who.roles.includes('unit') && who.unitId === to.unit;
  return to.subject === who.subject;
}

/**
 * The alarms of a directive: its recipient's until it is signed for, and when its report came back; everybody's when it is late, or when
 * somebody found what it looks for. The recipient hears them also without a right to act on those of others.
 */
export function ofDirective(directive: Directive, nowMs: number, who: Looking): Alarm[] {
  const [, name] = splitNumber(directive.number);
  const isOwn = isTo(who, directive);
  const common = { href: '/directives', name, about: '', priority: null, incident: null, isLoud: true, isOwn };
  if (isOwn && directive.status === 'issued')
    return [{ ...common, kind: 'toSign', key: `toSign ${directive.id}`, since: msOf(directive.issuedAt) }];
  const given = isGivenBack(directive) ? directive.returns.at(-1) : undefined;
  if (isOwn && given) return [{ ...common, kind: 'cameBack', key: `back ${directive.id} ${given.at}`, since: msOf(given.at) }];
  if (isHit(directive))
    return [{ ...common, kind: 'cameBack', key: `hit ${directive.id} ${directive.reportedAt}`, since: msOf(directive.reportedAt!) }];
  const pressed = pressing(directive.clocks, nowMs);
  if (pressed?.alarm !== 'late') return [];
  const key = `late ${directive.id} ${pressed.clock.stage} ${pressed.clock.dueAt}`;
  return [{ ...common, kind: 'late', key, since: msOf(pressed.clock.dueAt) }];
}
