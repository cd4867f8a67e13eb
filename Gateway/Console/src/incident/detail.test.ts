import { expect, test } from 'vitest';
import type { BoardIncident, Incident } from '../api/types';
import type { FeedEvent } from '../live/store';
import { follow, merge, mustAskAgain, wasAttended } from './detail';

const base = {
  id: 'a',
  version: 3,
  status: 'received',
  narrative: 'long',
  feedback: [],
  calls: [{ id: 'c1', callerNumber: '138', answeredAt: null }],
  clocks: [],
  assignments: [],
} as unknown as Incident;
const item = (version: number, more: Partial<BoardIncident> = {}) =>
  ({
    id: 'a',
    version,
    status: 'assigned',
    summary: 'l',
    clocks: [],
    assignments: [{ unitId: 'P07' }],
    ...more,
  }) as unknown as BoardIncident;
const event = (kind: string, version: number, data: object, view: BoardIncident | null = item(version)) =>
  ({ kind, version, data, view, stream: 'incident/a', occurredAt: 'T' }) as unknown as FeedEvent;

test('the board item goes over what is known, and leaves what the board does not carry', () => {
  expect(merge(base, item(4))).toMatchObject({
    status: 'assigned',
    narrative: 'long',
    calls: [{ callerNumber: '138' }],
    assignments: [{ unitId: 'P07' }],
  });
  expect('summary' in merge(base, item(4))).toBe(false);
});

test('nobody went to an incident at which nobody was on scene, however many were sent', () => {
  expect(wasAttended({ assignments: [] })).toBe(false);
  expect(wasAttended({ assignments: [{ onSceneAt: null }, { onSceneAt: null }] })).toBe(false);
  expect(wasAttended({ assignments: [{ onSceneAt: null }, { onSceneAt: 'T' }] })).toBe(true);
});

test('what is older changes nothing', () => {
  expect(merge(base, item(2))).toBe(base);
  expect(follow(base, event('FeedbackGiven', 3, { unitId: 'P07' }))).toBe(base);
});

test('feedback, callers and words come out of their events', () => {
  expect(
    follow(base, event('FeedbackGiven', 4, { unitId: 'P07', outcome: 'settled', narrative: null, results: {} })).feedback,
  ).toMatchObject([{ outcome: 'settled', occurredAt: 'T', station: null }]);
  const own = { unitId: null, outcome: 'settled', narrative: null, results: {}, station: 'north' };
  expect(follow(base, event('FeedbackGiven', 4, own)).feedback).toMatchObject([{ unitId: null, station: 'north' }]);
  expect(follow(base, event('CallJoined', 4, { callId: 'c2', kind: 'duplicate', answeredAt: null })).calls.map((c) => c.id)).toEqual([
    'c1',
    'c2',
  ]);
  expect(follow(base, event('CallLeft', 4, { callId: 'c1' })).calls).toEqual([]);
  expect(follow(base, event('IncidentChanged', 4, { changes: { narrative: { from: 'long', to: 'new' } } })).narrative).toBe('new');
});

test('directives come out of their events', () => {
  const to = { station: 'north', unit: null, subject: null };
  const attached = follow(base, event('DirectiveAttached', 4, { directiveId: 'd1', kind: 'verify', to, station: 'north' }));
  expect(attached.directives).toEqual([{ id: 'd1', kind: 'verify', to, status: 'issued', late: false }]);
  const moved = follow(attached, event('DirectiveMoved', 5, { directiveId: 'd1', status: 'refused', late: true }));
  expect(moved.directives).toMatchObject([{ id: 'd1', status: 'refused', late: true }]);
});

test('two directives of one issue are both there, though the view of the first event is that of the last', () => {
  const issued = (id: string, version: number) =>
    event('DirectiveAttached', version, { directiveId: id, kind: 'verify', to: { station: id } }, item(5));
  const both = follow(follow(base, issued('d1', 4)), issued('d2', 5));
  expect(both.directives?.map(({ id }) => id)).toEqual(['d2', 'd1']);
  expect(follow(both, issued('d1', 4))).toBe(both);
});

test('an event kind that is newer than this page still brings the board item', () => {
  expect(follow(base, event('SomethingNew', 4, {}))).toMatchObject({ version: 4, status: 'assigned', narrative: 'long' });
});

test('a closed one is no longer on the board, and stays on the screen as closed', () => {
  expect(follow(base, event('IncidentClosed', 4, { disposition: 'settled', note: null }, null))).toMatchObject({
    status: 'closed',
    closedAt: 'T',
    disposition: 'settled',
    valid: true,
    version: 4,
  });
  expect(follow(base, event('IncidentClosed', 4, { disposition: 'hoax', note: null, valid: false }, null)).valid).toBe(false);
});

test('a closed one has nobody on it any more: active assignments are cleared at its closure, those that were over stay as they are', () => {
  const active = { unitId: 'P07', stage: 'onScene', onSceneAt: '1', clearedAt: null };
  const recalled = { unitId: 'P08', stage: 'cancelled', onSceneAt: null, clearedAt: '2' };
  const open = { ...base, assignments: [active, recalled] } as unknown as Incident;
  const closed = follow(open, event('IncidentClosed', 4, { disposition: 'settled', note: null }, null));
  expect(closed.assignments).toEqual([{ ...active, stage: 'cleared', clearedAt: 'T' }, recalled]);
});

test('what happens to a closed one is asked for, because the board does not say it', () => {
  const closed = { ...base, status: 'closed' } as Incident;
  expect(mustAskAgain(closed, event('StageCorrected', 4, {}, null))).toBe(true);
  expect(mustAskAgain(closed, event('StageCorrected', 3, {}, null))).toBe(false);
  expect(mustAskAgain(closed, event('IncidentReopened', 4, {}))).toBe(false);
  expect(mustAskAgain(base, event('IncidentClosed', 4, {}, null))).toBe(false);
});

test('a clock that ran and is gone from the board was met; one that is new runs', () => {
  const ran = { stage: 'assign', unitId: null, startedAt: '1', state: 'running' } as never;
  const runs = { stage: 'acknowledge', unitId: 'P07', startedAt: '2', state: 'running' } as never;
  const clocks = merge({ ...base, clocks: [ran] }, item(4, { clocks: [runs] })).clocks;
  expect(clocks.map((c) => [c.stage, c.state])).toEqual([['assign', 'met'], ['acknowledge', 'running']]);
});
