import { expect, test } from 'vitest';
import type { Call } from '../api/types';
import { withCall } from './list';

const call = (id: string, minute: number, more: Partial<Call> = {}) =>
  ({
    id,
    status: 'ringing',
    callerNumber: null,
    ringingAt: `2026-01-01T00:${String(minute).padStart(2, '0')}:00.000Z`,
    clocks: [],
    version: 1,
    ...more,
  }) as unknown as Call;
const ids = (calls: readonly Call[]) => calls.map((c) => c.id);

test('a new call stands where its time puts it, newest first', () => {
  const calls = [call('c', 3), call('a', 1)];
  expect(ids(withCall(calls, call('b', 2), '', ''))).toEqual(['c', 'b', 'a']);
  expect(ids(withCall(calls, call('d', 4), '', ''))).toEqual(['d', 'c', 'a']);
  expect(ids(withCall(calls, call('o', 0), '', ''))).toEqual(['c', 'a', 'o']);
});

test('a call that changed keeps the number that only a reading shows', () => {
  const [changed] = withCall([call('a', 1, { callerNumber: '139' })], call('a', 1, { version: 2, status: 'answered' }), '', '');
  expect(changed).toMatchObject({ status: 'answered', version: 2, callerNumber: '139' });
});

test('what is older than what is known changes nothing', () => {
  const calls = [call('a', 1, { version: 5, status: 'ended' })];
  expect(withCall(calls, call('a', 1, { version: 4, status: 'answered' }), '', '')).toEqual(calls);
});

test('what is no longer looked for leaves, and what was found by a word stays while it is typed on', () => {
  const calls = [call('a', 1, { narrative: 'a fire' })];
  expect(withCall(calls, call('a', 1, { version: 2, status: 'disposed' }), 'ringing', '')).toEqual([]);
  expect(ids(withCall(calls, call('a', 1, { version: 2, narrative: 'a blaze' }), '', 'fire'))).toEqual(['a']);
  expect(withCall([], call('b', 2, { narrative: 'a theft' }), '', 'fire')).toEqual([]);
  expect(ids(withCall([], call('b', 2, { narrative: 'Fire!' }), '', 'fire'))).toEqual(['b']);
});
