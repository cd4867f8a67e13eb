import { expect, test } from 'vitest';
import type { FeedEvent } from '../live/store';
import { isUnread, Letters, wasReadByCentre, type Letter } from './letters';

type Who = Letter['from'];

const centre: Who = { subject: 'wang', role: 'dispatcher', unitId: null, station: null };
const me: Who = { subject: 'phone', role: 'unit', unitId: 'P1', station: null };
const event = (kind: string, stream: string, data: Record<string, unknown>, at = '2026-01-01T00:00:00.000Z') =>
  ({
    position: 1,
    stream,
    version: 1,
    kind,
    occurredAt: at,
    recordedAt: at,
    actor: centre,
    commandId: null,
    data,
    view: null,
  }) as unknown as FeedEvent;
const sent = (id: string, from = centre, at?: string) =>
  event('MessageSent', 'unit/P1', { messageId: id, to: from === me ? 'centre' : 'unit', text: id, from, incidentId: null }, at);

test('a message comes by the feed with its text, once', () => {
  const letters = new Letters();
  expect(letters.apply(sent('m1'))?.text).toBe('m1');
  expect(letters.apply(sent('m1'))).toBeNull();
  expect(letters.list().map((l) => [l.id, l.to, isUnread(l, 'P1')])).toEqual([['m1', 'unit', true]]);
});

test('marks come by the feed: mine end it being unread, the centre’s show on what I wrote', () => {
  const letters = new Letters();
  letters.apply(sent('m1'));
  letters.apply(sent('m2', me));
  letters.apply(event('MessageRead', 'unit/P1', { messageId: 'm1', by: me }));
  letters.apply(event('MessageRead', 'unit/P1', { messageId: 'm2', by: centre }));
  letters.apply(event('MessageRead', 'unit/P1', { messageId: 'm2', by: centre }));
  const [first, second] = letters.list() as [Letter, Letter];
  expect(isUnread(first, 'P1')).toBe(false);
  expect([wasReadByCentre(second), second.readBy.length]).toEqual([true, 1]);
});

test('those of the incident stand among them, in the order in which the centre had them', () => {
  const letters = new Letters();
  letters.apply(sent('m2', centre, '2026-01-01T00:00:02.000Z'));
  letters.apply(event('MessageSent', 'incident/i1', { messageId: 'm1', text: 'x', from: centre }, '2026-01-01T00:00:01.000Z'));
  expect(letters.list().map((l) => [l.id, l.to, l.incidentId])).toEqual([['m1', 'all', 'i1'], ['m2', 'unit', null]]);
});

test('an older page takes no mark away', () => {
  const letters = new Letters();
  const old = letters.apply(sent('m1'))!;
  letters.apply(event('MessageRead', 'unit/P1', { messageId: 'm1', by: me }));
  letters.take([old]);
  expect(isUnread(letters.list()[0]!, 'P1')).toBe(false);
});
