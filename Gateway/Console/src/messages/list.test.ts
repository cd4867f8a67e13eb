import { expect, test } from 'vitest';
import type { Message } from '../api/types';
import type { FeedEvent } from '../live/store';
import { withEvent } from './list';

const message = (id: string): Message =>
  ({ id, text: 'hello', from: { subject: 'p05', role: 'unit', unitId: 'P05' }, sentAt: 'T', incidentId: 'i', readAt: null, readBy: [] });
const event = (kind: string, data: object) => ({ kind, data, occurredAt: 'T2', stream: 'incident/i' }) as unknown as FeedEvent;

test('a message that is sent stands at the end, once', () => {
  const sent = event('MessageSent', { messageId: 'b', text: 'north', from: { subject: 'wang', role: 'dispatcher', unitId: null } });
  const after = withEvent([message('a')], sent);
  expect(after.map((m) => [m.id, m.text])).toEqual([['a', 'hello'], ['b', 'north']]);
  expect(after[1]).toMatchObject({ to: 'all', incidentId: 'i' });
  expect(withEvent(after, sent)).toBe(after);
});

test('whoever has read it stands beside it', () => {
  const read = event('MessageRead', { messageId: 'a', by: { subject: 'li', unitId: null } });
  expect(withEvent([message('a')], read)[0]).toMatchObject({ readAt: 'T2', readBy: [{ subject: 'li', unitId: null, at: 'T2' }] });
});

test('other events change nothing', () => {
  const before = [message('a')];
  expect(withEvent(before, event('NoteAdded', { text: 'x' }))).toBe(before);
});
