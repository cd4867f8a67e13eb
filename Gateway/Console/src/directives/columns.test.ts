import { describe, expect, test } from 'vitest';
import { onBoard, type Directive } from '../api/directive';
import { answersFor, byColumn, columnOf, nextLimit } from './columns';

const start = Date.parse('2026-03-01T08:00:00Z');
const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();

const clock = (stage: string, due: number, more: object = {}) => ({
  stage,
  state: 'running',
  dueAt: at(due),
  overdueAt: null,
  silent: false,
  ...more,
});

const directive = (more: object = {}) =>
  ({
    id: 'd',
    kind: 'verify',
    status: 'issued',
    to: { station: 'north', unit: null, subject: null },
    issuedAt: at(0),
    overAt: null,
    outcome: null,
    returns: [],
    reports: [],
    clocks: [],
    version: 1,
    ...more,
  }) as unknown as Directive;

describe('a column', () => {
  test('is that of the status while nothing is late', () => {
    expect(columnOf(directive(), start)).toBe('toSign');
    expect(columnOf(directive({ status: 'signed' }), start)).toBe('running');
    expect(columnOf(directive({ status: 'reported' }), start)).toBe('running');
  });

  test('is late from the instant at which a clock runs out', () => {
    const limited = directive({ clocks: [clock('sign', 60), clock('finish', 600)] });
    expect(columnOf(limited, start + 59_000)).toBe('toSign');
    expect(columnOf(limited, start + 60_000)).toBe('late');
  });

  test('does not look at clocks that are met or alarm nobody', () => {
    const quiet = directive({ clocks: [clock('sign', 1, { state: 'met' }), clock('finish', 1, { silent: true })] });
    expect(columnOf(quiet, start + 60_000)).toBe('toSign');
    expect(nextLimit(quiet)).toBeNull();
  });

  test('shows a hit and what was given back before anything else', () => {
    const hit = { kind: 'lookOut', status: 'reported', outcome: 'hit', clocks: [clock('finish', 1)] };
    expect(columnOf(directive(hit), start + 60_000)).toBe('back');
    expect(columnOf(directive({ ...hit, outcome: 'nothing' }), start)).toBe('running');
    expect(columnOf(directive({ status: 'refused' }), start)).toBe('back');
    expect(columnOf(directive({ status: 'signed', returns: [{ reason: 'incomplete' }] }), start)).toBe('back');
  });
});

test('a column is in the order of the limits, then of the issue', () => {
  const list = [
    directive({ id: 'new', issuedAt: at(5) }),
    directive({ id: 'old' }),
    directive({ id: 'soon', issuedAt: at(9), clocks: [clock('sign', 60)] }),
  ];
  expect(byColumn(list, start).toSign.map((d) => d.id)).toEqual(['soon', 'old', 'new']);
});

test('the recipient, its station and the centre answer for it', () => {
  const person = (role: string, more: object = {}) => ({ roles: [role] as never, subject: 'wang', unitId: null, station: null, ...more });
  const toUnit = directive({ to: { station: null, unit: 'P1', subject: null } });
  expect(answersFor(person('dispatcher'), directive(), null)).toBe(true);
  expect(answersFor(person('station', { station: 'north' }), directive(), null)).toBe(true);
  expect(answersFor(person('station', { station: 'south' }), directive(), null)).toBe(false);
  expect(answersFor(person('station', { station: 'north' }), toUnit, 'north')).toBe(true);
  expect(answersFor(person('station', { station: 'north' }), toUnit, null)).toBe(false);
  expect(answersFor(person('unit', { unitId: 'P1' }), toUnit, null)).toBe(true);
  expect(answersFor(person('unit', { unitId: 'P2' }), toUnit, null)).toBe(false);
  expect(answersFor(person('callTaker'), directive({ to: { station: null, unit: null, subject: 'wang' } }), null)).toBe(true);
  expect(answersFor(person('callTaker'), directive(), null)).toBe(false);
});

test('the board carries open ones, without reports and with the clocks that run', () => {
  const full = directive({ reports: [{}], clocks: [clock('sign', 60, { state: 'met' }), clock('report', 90)] });
  expect(onBoard(full)).toMatchObject({ reports: [], clocks: [{ stage: 'report' }] });
  expect(onBoard(directive({ overAt: at(1) }))).toBeNull();
});
