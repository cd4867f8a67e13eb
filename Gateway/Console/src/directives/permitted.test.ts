import { describe, expect, test } from 'vitest';
import type { Directive } from '../api/directive';
import { deedsOf, mainDeed, needsReceipt, type Around } from './permitted';

const directive = (more: object = {}) =>
  ({
    id: 'd',
    kind: 'verify',
    status: 'issued',
    to: { station: 'north', unit: null, subject: null },
    from: { subject: 'zhao', role: 'dispatcher', station: null },
    overAt: null,
    outcome: null,
    returns: [],
    replacedBy: null,
    receipt: null,
    sentAt: null,
    ...more,
  }) as unknown as Directive;
const as = (role: string, more: object = {}) => ({ roles: [role] as never, subject: 'wang', unitId: null, station: null, ...more });
const around = (more: Partial<Around> = {}): Around => ({
  unitStation: null,
  isExternal: false,
  openOfGroup: 1,
  issuable: ['verify', 'lookOut'],
  ...more,
});

const refused = directive({ status: 'refused', overAt: '2026-03-01T08:00:00Z' });
const returned = directive({ status: 'signed', returns: [{ reason: 'incomplete' }] });

describe('who may do what', () => {
  test('its station signs, refuses and reports, and no more', () => {
    const north = as('station', { station: 'north' });
    expect(deedsOf(north, directive(), around({ issuable: [] }))).toEqual(['sign', 'report', 'refuse']);
    expect(deedsOf(north, directive({ status: 'signed' }), around())).toEqual(['report']);
    expect(deedsOf(north, directive({ status: 'reported' }), around())).toEqual([]);
    expect(deedsOf(as('station', { station: 'south' }), directive(), around())).toEqual([]);
  });

  test('a station manages what it issued itself', () => {
    const issued = { from: { subject: 'sun', role: 'station', station: 'south' }, status: 'reported' };
    expect(deedsOf(as('station', { station: 'south' }), directive(issued), around())).toEqual(['conclude', 'giveBack', 'withdraw']);
  });

  test('a dispatcher answers by radio and manages, and urges nobody', () => {
    expect(deedsOf(as('dispatcher'), directive(), around())).toEqual(['sign', 'report', 'refuse', 'withdraw']);
    expect(deedsOf(as('dispatcher'), directive({ status: 'reported' }), around())).toEqual(['conclude', 'giveBack', 'withdraw']);
  });

  test('a supervisor urges while it is not reported, and a group of several goes at once', () => {
    expect(deedsOf(as('supervisor'), directive({ status: 'signed' }), around({ openOfGroup: 3 }))).toEqual([
      'report', 'urge', 'withdraw', 'withdrawGroup',
    ]);
  });

  test('what was refused is replaced once; only a supervisor concludes it', () => {
    expect(deedsOf(as('dispatcher'), refused, around())).toEqual(['replace']);
    expect(deedsOf(as('supervisor'), refused, around())).toEqual(['conclude', 'replace']);
    expect(deedsOf(as('supervisor'), directive({ ...refused, replacedBy: 'e' }), around())).toEqual([]);
  });

  test('what was given back is replaced, too, by whoever may issue its kind', () => {
    expect(deedsOf(as('dispatcher'), returned, around())).toEqual(['report', 'replace', 'withdraw']);
    expect(deedsOf(as('dispatcher'), returned, around({ issuable: [] }))).not.toContain('replace');
    expect(deedsOf(as('dispatcher'), { ...returned, kind: 'transfer' }, around())).not.toContain('replace');
    expect(deedsOf(as('dispatcher'), { ...returned, kind: '巡查' }, around())).toContain('replace');
  });

  test('a call-taker answers for bodies of which nobody signs in', () => {
    expect(deedsOf(as('callTaker'), directive(), around())).toEqual([]);
    expect(deedsOf(as('callTaker'), directive(), around({ isExternal: true }))).toEqual(['sign', 'report', 'refuse']);
  });

  test('its station sends its units on a handle, and so does a supervisor', () => {
    const handle = directive({ kind: 'handle', status: 'signed' });
    const north = as('station', { station: 'north' });
    expect(deedsOf(north, handle, around())).toEqual(['send', 'report']);
    expect(deedsOf(as('station', { station: 'south' }), handle, around())).toEqual([]);
    expect(deedsOf(as('supervisor'), handle, around())).toContain('send');
    expect(deedsOf(as('dispatcher'), handle, around())).not.toContain('send');
    expect(deedsOf(north, directive({ status: 'signed' }), around())).not.toContain('send');
    expect(mainDeed(deedsOf(north, handle, around()), handle)).toBe('send');
    const sent = { ...handle, sentAt: '2026-03-01T08:00:00Z' };
    expect(mainDeed(deedsOf(north, sent, around()), sent)).toBe('report');
  });

  test('an auditor looks', () => expect(deedsOf(as('auditor'), directive(), around())).toEqual([]));
});

test('the main button is the next step', () => {
  const main = (role: string, of: Directive) => mainDeed(deedsOf(as(role), of, around()), of);
  expect(main('dispatcher', directive())).toBe('sign');
  expect(main('dispatcher', directive({ status: 'signed' }))).toBe('report');
  expect(main('dispatcher', directive({ status: 'reported' }))).toBe('conclude');
  expect(main('dispatcher', refused)).toBe('replace');
  expect(main('auditor', directive())).toBeNull();
});

test('a receipt is asked for once, of external bodies and of transfers', () => {
  expect(needsReceipt(directive(), false)).toBe(false);
  expect(needsReceipt(directive(), true)).toBe(true);
  expect(needsReceipt(directive({ kind: 'transfer' }), false)).toBe(true);
  expect(needsReceipt(directive({ kind: 'transfer', receipt: { name: 'Liu' } }), false)).toBe(false);
});
