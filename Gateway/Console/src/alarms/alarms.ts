import type { Directive } from '../api/directive';
import type { BoardIncident, Call, OverdueList, Unit } from '../api/types';
import { isActive } from '../incident/detail';
import { splitNumber } from '../incident/terms';
import { msOf, pressing } from '../incident/urgency';
import { alarmKinds, type Alarm } from './alarm';
import { ofDirective, type Looking } from './ofDirective';

/** Everything that alarms are worked out from. */
export interface Watched {
  incidents: readonly BoardIncident[];
  units: readonly Unit[];
  directives: readonly Directive[];
  /** The person who looks. */
  who: Looking;
  /** The calls that ring. */
  ringing: readonly Call[];
  /** The late items that are directives which were refused. */
  refused: readonly OverdueList['items'][number][];
  /** The late items that are calls to be called back. */
  callBacks: readonly OverdueList['items'][number][];
}

const none = { about: '', priority: null, incident: null };
const pathOf = (incident: BoardIncident) => `/incidents/${encodeURIComponent(incident.id)}`;

/** All alarms at an instant, in milliseconds since 1970: by kind, loud ones first, then the oldest. Drills alarm as the real thing does. */
export function alarmsOf({ incidents, units, directives, who, ringing, refused, callBacks }: Watched, nowMs: number): Alarm[] {
  const alarms = [
    ...incidents.flatMap((incident) => ofIncident(incident, nowMs)),
    ...units.flatMap(ofUnit),
    ...directives.flatMap((directive) => ofDirective(directive, nowMs, who)),
    ...ringing.map(ofRinging),
    ...refused.map(ofRefused),
    ...callBacks.map(ofCallBack),
  ];
  return alarms.sort(
    (a, b) =>
      alarmKinds.indexOf(a.kind) - alarmKinds.indexOf(b.kind) ||
      Number(b.isLoud) - Number(a.isLoud) ||
      (a.priority ?? 5) - (b.priority ?? 5) ||
      (a.since ?? Infinity) - (b.since ?? Infinity) ||
      (a.key < b.key ? -1 : 1),
  );
}

function ofIncident(incident: BoardIncident, nowMs: number): Alarm[] {
  const found: Alarm[] = [];
  const [, name] = splitNumber(incident.number);
  const common = { href: pathOf(incident), name, about: incident.category, priority: incident.priority, incident: null };
  if (incident.panicUnitId)
    found.push({
      ...common,
      kind: 'distress',
      key: `distress ${incident.id}`,
      since: msOf(incident.distress?.raisedAt ?? incident.receivedAt),
      isLoud: !incident.distress?.acknowledgedAt && !incident.assignments.some(isActive),
      name: incident.panicUnitId,
      incident,
    });
  if (incident.unattendedSince) {
    const clock = incident.clocks.find((c) => c.stage === 'assign' && c.state === 'running');
    found.push({
      ...common,
      kind: 'unattended',
      key: `unattended ${incident.id} ${incident.unattendedSince}`,
      since: msOf(incident.unattendedSince),
      isLoud: clock ? nowMs > msOf(clock.dueAt) : !incident.historic,
    });
  }
  const others = incident.clocks.filter((c) => c.stage !== 'assign' && (c.stage as string) !== 'distress');
  const pressed = pressing(others, nowMs);
  if (pressed?.alarm === 'late')
    found.push({
      ...common,
      kind: 'late',
      key: `late ${incident.id} ${pressed.clock.stage} ${pressed.clock.unitId ?? ''} ${pressed.clock.dueAt}`,
      since: msOf(pressed.clock.dueAt),
      isLoud: true,
    });
  if (incident.unread)
    found.push({
      ...common,
      kind: 'message',
      key: `message ${incident.id} ${incident.messageCount}`,
      since: null,
      isLoud: true,
    });
  return found;
}

function ofUnit(unit: Unit): Alarm[] {
  const href = `/units/${encodeURIComponent(unit.id)}`;
  const found: Alarm[] = [];
  if (unit.unreadByCentre)
    found.push({
      ...none,
      kind: 'message',
      key: `message unit ${unit.id} ${unit.unreadByCentre}`,
      since: null,
      isLoud: true,
      href,
      name: unit.callSign,
    });
  if (unit.reporting?.refused)
    found.push({
      ...none,
      kind: 'refused',
      key: `refused ${unit.id} ${unit.reporting.refused}`,
      since: unit.reporting.since ? msOf(unit.reporting.since) : null,
      isLoud: false,
      href,
      name: unit.callSign,
    });
  return found;
}

function ofRinging(call: Call): Alarm {
  const href = `/calls/${encodeURIComponent(call.id)}`;
  const since = call.ringingAt ? msOf(call.ringingAt) : null;
  return { ...none, kind: 'ringing', key: `ringing ${call.id}`, since, isLoud: true, href, name: '' };
}

function ofRefused(item: Watched['refused'][number]): Alarm {
  const [, name] = splitNumber(item.number ?? '');
  const key = `refused ${item.directiveId}`;
  return { ...none, kind: 'cameBack', key, since: msOf(item.since), isLoud: true, href: '/directives', name };
}

function ofCallBack(item: Watched['callBacks'][number]): Alarm {
  const href = `/calls/${encodeURIComponent(item.callId ?? '')}`;
  const isLoud = item.takenBy === null;
  return { ...none, kind: 'callBack', key: `callBack ${item.callId}`, since: msOf(item.since), isLoud, href, name: '' };
}
