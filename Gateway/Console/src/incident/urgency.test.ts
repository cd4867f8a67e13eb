import { describe, expect, test } from 'vitest';
import type { BoardIncident, Clock } from '../api/types';
import { alarmOf, inOrder, pressing } from './urgency';

const at = (second: number) => new Date(1_800_000_000_000 + second * 1000).toISOString();
const ms = (second: number) => 1_800_000_000_000 + second * 1000;
const clock = (due: number, more: Partial<Clock> = {}) =>
  ({ stage: 'assign', unitId: null, state: 'running', silent: false, warnAt: at(due - 20), dueAt: at(due), ...more }) as Clock;
const incident = (id: string, more: Partial<BoardIncident>) =>
  ({
    id,
    number: `261124-${id}`,
    category: 'theft',
    summary: null,
    location: null,
    station: null,
    status: 'received',
    priority: 3,
    receivedAt: at(0),
    clocks: [],
    assignments: [],
    ...more,
  }) as unknown as BoardIncident;

describe('a clock', () => {
  test('warns from its warning on, is in time at the very limit, and late after it', () => {
    const c = clock(60);
    expect([39, 40, 60, 60.001].map((s) => alarmOf(c, ms(s)))).toEqual(['running', 'warn', 'warn', 'late']);
  });
  test('without a warning goes from running to late', () => {
    expect(alarmOf(clock(60, { warnAt: null }), ms(59.999))).toBe('running');
  });
});

describe('of the clocks of an incident', () => {
  test('the one that has been late longest presses most, else the one that is due first', () => {
    expect(pressing([clock(90), clock(30), clock(60)], ms(100))).toMatchObject({ remaining: -70, alarm: 'late' });
    expect(pressing([clock(90), clock(130)], ms(80))).toMatchObject({ remaining: 10, alarm: 'warn' });
  });
  test('met, void and silent ones press nobody', () => {
    expect(pressing([clock(1, { state: 'met' }), clock(1, { state: 'void' }), clock(1, { silent: true })], ms(100))).toBeNull();
  });
});

describe('the queue', () => {
  test('has what is late first, then by priority, then by waiting', () => {
    const list = [
      incident('young', { priority: 1, receivedAt: at(50) }),
      incident('old', { priority: 1, receivedAt: at(10) }),
      incident('late', { priority: 4, clocks: [clock(90)] }),
      incident('soon', { priority: 2, clocks: [clock(110)] }),
    ];
    expect(inOrder(list, ms(100)).map((i) => i.id)).toEqual(['late', 'old', 'young', 'soon']);
  });
  test('has a unit in distress before everything that is late', () => {
    const list = [
      incident('late', { priority: 1, clocks: [clock(90)] }),
      incident('panic', { priority: 1, receivedAt: at(99), panicUnitId: 'P07' }),
    ];
    expect(inOrder(list, ms(100)).map((i) => i.id)).toEqual(['panic', 'late']);
  });
  test('has whoever waits for somebody beyond the limit before those who are late with a signature', () => {
    const list = [
      incident('signing', { priority: 1, clocks: [clock(10, { stage: 'acknowledge', unitId: 'P01' })] }),
      incident('waiting', { priority: 3, unattendedSince: at(0), clocks: [clock(90)] }),
      incident('inTime', { priority: 1, unattendedSince: at(80), clocks: [clock(140)] }),
    ];
    expect(inOrder(list, ms(100)).map((i) => i.id)).toEqual(['waiting', 'signing', 'inTime']);
  });
  test('orders a thousand alike ones the same way each time', () => {
    const list = Array.from({ length: 1000 }, (_, i) => incident(String(i).padStart(4, '0'), {}));
    expect(inOrder([...list].reverse(), ms(1)).map((i) => i.id)).toEqual(list.map((i) => i.id));
  });
});
