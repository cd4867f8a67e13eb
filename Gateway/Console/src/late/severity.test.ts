import { expect, test } from 'vitest';
import { lateSecondsAt, mayTake, severityOf, worstFirst, type OverdueItem } from './severity';

const stage = (untaken: number, worstSeconds: number) => ({ key: 'arrive', count: 1, untaken, worstSeconds });
const item = (more: object) =>
  ({ incidentId: 'a', callId: null, since: '2026-01-01T00:00:00Z', level: null, takenBy: null, ...more }) as OverdueItem;

test('nothing late is good; what somebody took is a warning; what nobody took or has gone on for five minutes is bad', () => {
  expect(severityOf({ total: 0, byStage: [] })).toBe('good');
  expect(severityOf({ total: 1, byStage: [stage(0, 40)] })).toBe('warn');
  expect(severityOf({ total: 1, byStage: [stage(1, 40)] })).toBe('bad');
  expect(severityOf({ total: 1, byStage: [stage(0, 301)] })).toBe('bad');
});

test('late seconds tick from the limit, and never run backwards past it', () => {
  expect(lateSecondsAt(item({}), Date.parse('2026-01-01T00:01:05.900Z'))).toBe(65);
  expect(lateSecondsAt(item({}), Date.parse('2025-12-31T23:59:00Z'))).toBe(0);
});

test('what nobody took comes first, then what climbed highest, then what is late longest', () => {
  const list = [
    item({ incidentId: 'taken', takenBy: 'li', level: 'dutyCommander' }),
    item({ incidentId: 'young', since: '2026-01-01T00:05:00Z', level: 'station' }),
    item({ incidentId: 'old', level: 'station' }),
    item({ incidentId: 'high', since: '2026-01-01T00:06:00Z', level: 'supervisor' }),
  ];
  expect(worstFirst(list).map((i) => i.incidentId)).toEqual(['high', 'old', 'young', 'taken']);
});

test('a dispatcher takes escalations to the station, a supervisor all; nobody takes what is taken or was not escalated', () => {
  expect(mayTake(['dispatcher'], item({ level: 'station' }))).toBe(true);
  expect(mayTake(['dispatcher'], item({ level: 'supervisor' }))).toBe(false);
  expect(mayTake(['supervisor'], item({ level: 'dutyCommander' }))).toBe(true);
  expect(mayTake(['supervisor'], item({ level: null }))).toBe(false);
  expect(mayTake(['supervisor'], item({ level: 'station', takenBy: 'li' }))).toBe(false);
  expect(mayTake(['auditor'], item({ level: 'station' }))).toBe(false);
});
