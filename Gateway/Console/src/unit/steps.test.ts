import { expect, test } from 'vitest';
import type { Assignment } from '../api/types';
import type { Report, ReportKind } from './reports';
import { assignmentOf, isOver, mayDecline, statusOf, stepsOf } from './steps';

const t = '2026-01-01T00:00:00.000Z';
const assignment = (stage: Assignment['stage'], times: Partial<Assignment> = {}): Assignment => ({
  unitId: 'P1',
  stage,
  assignedAt: t,
  acknowledgedAt: null,
  enRouteAt: null,
  onSceneAt: null,
  feedbackAt: null,
  clearedAt: null,
  station: null,
  n: 1,
  ...times,
});
const waits = (kind: ReportKind, incident = 'a'): Report => ({
  kind,
  lane: 'reports',
  path: `/incidents/${incident}/x`,
  body: {},
  about: null,
  seq: 1,
  key: kind,
  subject: 's',
  at: t,
  refused: null,
});
const shape = (a: Assignment, ...waiting: Report[]) => stepsOf(a, waiting, 'a').map((s) => s.is).join(' ');

test('the next step is the first that is not done', () => {
  expect(shape(assignment('assigned'))).toBe('next later later later later');
  expect(shape(assignment('acknowledged', { acknowledgedAt: t }))).toBe('done next later later later');
  expect(shape(assignment('onScene', { acknowledgedAt: t, enRouteAt: t, onSceneAt: t }))).toBe('done done done next later');
  expect(shape(assignment('onScene', { acknowledgedAt: t, enRouteAt: t, onSceneAt: t, feedbackAt: t }))).toBe('done done done done next');
});

test('a press that waits to be sent counts as made, for its own incident', () => {
  expect(shape(assignment('assigned'), waits('acknowledged'), waits('enRoute'))).toBe('waiting waiting next later later');
  expect(shape(assignment('assigned'), waits('acknowledged', 'b'))).toBe('next later later later later');
});

test('what was left out on the way is not asked for, but feedback is', () => {
  expect(shape(assignment('onScene', { onSceneAt: t }))).toBe('skipped skipped done next later');
  expect(shape(assignment('cleared', { onSceneAt: t, clearedAt: t }))).toBe('skipped skipped done next done');
  expect(shape(assignment('assigned', { feedbackAt: t }))).toBe('next later later done later');
});

test('it is over when the centre says so or when that waits to be told', () => {
  expect(isOver(assignment('onScene'), [], 'a')).toBe(false);
  expect(isOver(assignment('cancelled'), [], 'a')).toBe(true);
  expect(isOver(assignment('onScene'), [waits('cleared')], 'a')).toBe(true);
  expect(isOver(assignment('onScene'), [waits('cleared', 'b')], 'a')).toBe(false);
  expect(isOver(null, [], 'a')).toBe(true);
});

test('a press counts for the assignment that it names, one of an older page for what the unit was on when it was pressed', () => {
  const later = '2026-01-01T00:00:10.000Z';
  const second = assignment('assigned', { n: 2, assignedAt: later });
  const of = (n: number, kind: ReportKind) => ({ ...waits(kind), body: { assignment: n }, at: '2026-01-01T00:00:20.000Z' });
  expect(shape(second, of(1, 'onScene'))).toBe('next later later later later');
  expect(shape(second, of(2, 'acknowledged'))).toBe('waiting next later later later');
  expect(isOver(second, [of(1, 'cleared')], 'a')).toBe(false);
  expect(isOver(second, [of(2, 'cleared')], 'a')).toBe(true);
  expect(isOver(second, [waits('cleared')], 'a')).toBe(false);
  expect(isOver(second, [{ ...waits('cleared'), at: later }], 'a')).toBe(true);
  const unit = { status: 'assigned', incidentId: 'a' } as const;
  expect(statusOf(unit, [of(1, 'cleared')], second)).toBe('assigned');
  expect(statusOf(unit, [of(2, 'enRoute')], second)).toBe('enRoute');
});

test('a unit says no before it moves off', () => {
  const may = (a: Assignment, ...w: Report[]) => mayDecline(stepsOf(a, w, 'a'));
  expect(may(assignment('acknowledged', { acknowledgedAt: t }))).toBe(true);
  expect(may(assignment('enRoute', { enRouteAt: t }))).toBe(false);
  expect(may(assignment('assigned'), waits('enRoute'))).toBe(false);
});

test('of several assignments the active one counts, else the latest', () => {
  const [first, second] = [assignment('cleared', { clearedAt: t }), assignment('enRoute')];
  expect(assignmentOf({ assignments: [second, first] }, 'P1')).toBe(second);
  expect(assignmentOf({ assignments: [first, { ...first, stage: 'declined' }] }, 'P1')?.stage).toBe('declined');
  expect(assignmentOf({ assignments: [first] }, 'P2')).toBeNull();
});

test('how the unit stands follows what waits to be told, of the incident that it is on', () => {
  const unit = { status: 'assigned', incidentId: 'a' } as const;
  expect(statusOf(unit, [])).toBe('assigned');
  expect(statusOf(unit, [waits('enRoute'), waits('onScene')])).toBe('onScene');
  expect(statusOf(unit, [waits('onScene'), waits('feedback')])).toBe('onScene');
  expect(statusOf(unit, [waits('onScene', 'b')])).toBe('assigned');
  expect(statusOf(unit, [waits('cleared'), { ...waits('duty'), body: { onDuty: false } }])).toBe('offDuty');
});
