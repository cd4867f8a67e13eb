import { describe, expect, test } from 'vitest';
import type { Directive } from '../api/directive';
import type { BoardIncident, Call, Unit } from '../api/types';
import { alarmsOf, type Watched } from './alarms';
import { hears, sounding } from './hearing';
import { withRinging } from './ringing';

const ms = (second: number) => 1_800_000_000_000 + second * 1000;
const at = (second: number) => new Date(ms(second)).toISOString();
const incident = (id: string, more: object = {}) =>
  ({
    id,
    number: `261124-${id}`,
    category: 'theft',
    priority: 3,
    receivedAt: at(0),
    unattendedSince: null,
    historic: false,
    panicUnitId: null,
    clocks: [],
    assignments: [],
    messageCount: 0,
    unread: 0,
    ...more,
  }) as unknown as BoardIncident;
const clock = (stage: string, due: number) => ({ stage, unitId: null, state: 'running', silent: false, warnAt: null, dueAt: at(due) });
const watched = (more: Partial<Watched>): Watched => ({
  incidents: [],
  units: [],
  directives: [],
  who: null,
  ringing: [],
  refused: [],
  callBacks: [],
  ...more,
});
const waiting = (id: string, priority: number, due: number) =>
  incident(id, { priority, unattendedSince: at(0), clocks: [clock('assign', due)] });
const call = (id: string, status = 'ringing') => ({ id, status, ringingAt: at(0) }) as unknown as Call;

describe('alarms', () => {
  test('stand in the order of their kinds, loud ones first, then by priority and age', () => {
    const found = alarmsOf(
      watched({
        incidents: [
          incident('0001', { clocks: [clock('acknowledge', 10)] }),
          waiting('0002', 1, 200),
          waiting('0003', 3, 50),
          incident('0004', { panicUnitId: 'P05', unattendedSince: at(20) }),
        ],
        units: [{ id: 'P09', callSign: 'P09', unreadByCentre: 2 } as Unit],
        ringing: [call('r')],
      }),
      ms(100),
    );
    expect(found.map((a) => `${a.kind} ${a.name}${a.isLoud ? '!' : ''}`)).toEqual([
      'distress P05!',
      'unattended 0003!',
      'unattended 0004!',
      'unattended 0002',
      'ringing !',
      'late 0001!',
      'message P09!',
    ]);
  });

  test('a priority 1 that nobody was sent to is an alarm although no policy is chosen and nothing else is late', () => {
    const [alarm] = alarmsOf(watched({ incidents: [waiting('0034', 1, 60)] }), ms(900));
    expect(alarm).toMatchObject({ kind: 'unattended', name: '0034', isLoud: true, since: ms(0), href: '/incidents/0034' });
  });

  test('a distress is loud until somebody has seen it or goes there, and stays in the bar until it is over', () => {
    const distress = (acknowledgedAt: string | null, assignments: object[] = []) =>
      alarmsOf(
        watched({
          incidents: [
            incident('1', {
              panicUnitId: 'P05',
              assignments,
              distress: { unitId: 'P05', raisedAt: at(3), acknowledgedBy: null, acknowledgedAt },
            }),
          ],
        }),
        ms(9),
      ).find((a) => a.kind === 'distress');
    expect(distress(null)).toMatchObject({ isLoud: true, since: ms(3) });
    expect(distress(at(5))).toMatchObject({ isLoud: false });
    expect(distress(null, [{ stage: 'assigned' }])).toMatchObject({ isLoud: false });
    expect(distress(null, [{ stage: 'declined' }])).toMatchObject({ isLoud: true });
  });

  test('what is late is one alarm an incident, and the wait for a unit is told as such alone', () => {
    const both = incident('7', { unattendedSince: at(0), clocks: [clock('assign', 10), clock('arrive', 20), clock('acknowledge', 30)] });
    expect(alarmsOf(watched({ incidents: [both] }), ms(100)).map((a) => [a.kind, a.since])).toEqual([
      ['unattended', ms(0)],
      ['late', ms(20)],
    ]);
  });

  test('a new message is a new alarm', () => {
    const key = (messageCount: number) => alarmsOf(watched({ incidents: [incident('1', { unread: 1, messageCount })] }), ms(1))[0]!.key;
    expect(key(4)).not.toBe(key(5));
  });

  test('a unit whose positions are refused is shown, and silent', () => {
    const unit = { id: 'P1', callSign: 'P01', reporting: { refused: 'noFix', since: at(5) } } as unknown as Unit;
    const expected = { kind: 'refused', isLoud: false, since: ms(5), href: '/units/P1' };
    expect(alarmsOf(watched({ units: [unit] }), ms(9))).toMatchObject([expected]);
  });
});

describe('directives', () => {
  const directive = (more: object = {}) =>
    ({
      id: 'd',
      number: 'Z261124-0007',
      kind: 'dissuade',
      status: 'issued',
      to: { station: 'guhan', unit: null, subject: null },
      issuedAt: at(0),
      reportedAt: null,
      outcome: null,
      returns: [],
      clocks: [clock('sign', 60)],
      ...more,
    }) as unknown as Directive;
  const guhan = { roles: ['station'], subject: 'duty', unitId: null, station: 'guhan' } as const;
  const siting = { ...guhan, station: 'siting' };
  const centre = { ...guhan, roles: ['supervisor'], station: null } as const;
  const kinds = (who: Watched['who'], second: number, more: object = {}) =>
    alarmsOf(watched({ directives: [directive(more)], who }), ms(second)).map((a) => a.kind);

  test('its recipient hears it until it is signed for, nobody else before it is late', () => {
    const [alarm] = alarmsOf(watched({ directives: [directive()], who: guhan }), ms(5));
    expect(alarm).toMatchObject({ kind: 'toSign', name: '0007', since: ms(0), isLoud: true, href: '/directives' });
    expect(sounding([alarm!], ['station'], new Set())?.kind).toBe('toSign');
    expect(kinds(siting, 5)).toEqual([]);
    expect(kinds(centre, 5)).toEqual([]);
    expect(kinds(guhan, 5, { status: 'signed' })).toEqual([]);
  });

  test('one that is late alarms the centre, and the recipient hears what it has signed for', () => {
    expect(kinds(centre, 61)).toEqual(['late']);
    expect(kinds(guhan, 61)).toEqual(['toSign']);
    const late = { status: 'signed', clocks: [clock('report', 90)] };
    const [own] = alarmsOf(watched({ directives: [directive(late)], who: guhan }), ms(91));
    expect(own).toMatchObject({ kind: 'late', since: ms(90) });
    expect(sounding([own!], ['station'], new Set())).toBe(own);
    const [other] = alarmsOf(watched({ directives: [directive(late)], who: siting }), ms(91));
    expect(sounding([other!], ['station'], new Set())).toBeNull();
  });

  test('a report that was given back alarms its recipient, each time anew', () => {
    const back = (seconds: number[]) => ({ status: 'signed', clocks: [], returns: seconds.map((s) => ({ at: at(s) })) });
    const key = (seconds: number[]) => alarmsOf(watched({ directives: [directive(back(seconds))], who: guhan }), ms(99))[0]?.key;
    expect(kinds(guhan, 99, back([70]))).toEqual(['cameBack']);
    expect(key([70])).not.toBe(key([70, 80]));
    expect(kinds(centre, 99, back([70]))).toEqual([]);
  });

  test('a hit, and a directive that was refused, alarm the centre', () => {
    expect(kinds(centre, 9, { kind: 'lookOut', status: 'reported', outcome: 'hit', reportedAt: at(8), clocks: [] })).toEqual(['cameBack']);
    const refused = { kind: 'refused', directiveId: 'd', number: 'Z261124-0007', since: at(4) } as unknown as Watched['refused'][number];
    const [alarm] = alarmsOf(watched({ refused: [refused], who: centre }), ms(9));
    expect(alarm).toMatchObject({ kind: 'cameBack', name: '0007', since: ms(4) });
    expect(sounding([alarm!], ['dispatcher'], new Set())).toBe(alarm);
  });

  test('one to a person, or to a unit, is theirs', () => {
    const to = (more: object) => ({ to: { station: null, unit: null, subject: null, ...more } });
    expect(kinds({ ...centre, subject: 'zhao' }, 5, to({ subject: 'zhao' }))).toEqual(['toSign']);
    expect(kinds({ ...guhan, roles: ['unit'], station: null, unitId: 'P01' }, 5, to({ unit: 'P01' }))).toEqual(['toSign']);
    expect(kinds({ ...guhan, roles: ['unit'], station: null, unitId: 'P02' }, 5, to({ unit: 'P01' }))).toEqual([]);
  });
});

describe('hearing', () => {
  const alarms = alarmsOf(watched({ incidents: [waiting('0001', 1, 60)], ringing: [call('r')] }), ms(100));

  test('each hears what they can see to', () => {
    expect(sounding(alarms, ['dispatcher'], new Set())?.kind).toBe('unattended');
    expect(sounding(alarms, ['callTaker'], new Set())?.kind).toBe('ringing');
    expect(sounding(alarms, ['auditor'], new Set())).toBeNull();
    expect(hears(['callTaker'], 'distress')).toBe(true);
  });

  test('a silenced alarm is followed by the next one', () => {
    const silenced = new Set([alarms[0]!.key]);
    expect(sounding(alarms, ['callTaker', 'dispatcher'], silenced)?.kind).toBe('ringing');
    expect(sounding(alarms, ['callTaker', 'dispatcher'], new Set(alarms.map((a) => a.key)))).toBeNull();
  });
});

test('a call rings until it does anything else', () => {
  const ringing = withRinging([], call('a'));
  expect(withRinging(ringing, call('b')).map((c) => c.id)).toEqual(['a', 'b']);
  expect(withRinging(ringing, call('a', 'answered'))).toEqual([]);
  expect(withRinging(ringing, call('c', 'ended'))).toBe(ringing);
});
