import { expect, test } from 'vitest';
import { unseenOf, withNew, withSeen, type Seen } from './seen';

const incident = (messageCount: number, unread = 0) => ({ id: 'a', messageCount, unread });

test('what somebody else of the centre reads stays unread for me until I look', () => {
  let seen: Seen = withNew({}, [incident(0)]);
  // A message came, and a colleague opened it at once: the centre has read it.
  expect(unseenOf(seen, incident(1, 0))).toBe(1);
  seen = withSeen(seen, 'a', 1);
  expect(unseenOf(seen, incident(1, 0))).toBe(0);
  expect(unseenOf(seen, incident(3, 2))).toBe(2);
});

test('of an incident that is new to me, only what nobody had read is unread', () => {
  const seen = withNew({}, [incident(5, 2)]);
  expect(unseenOf(seen, incident(5, 2))).toBe(2);
  expect(unseenOf(seen, incident(5, 0))).toBe(2);
  expect(unseenOf({}, incident(5, 2))).toBe(2);
});

test('nothing new changes nothing', () => {
  const seen: Seen = { a: 3 };
  expect(withNew(seen, [incident(9)])).toBe(seen);
  expect(withSeen(seen, 'a', 2)).toBe(seen);
});

test('the oldest are forgotten beyond the limit', () => {
  let seen: Seen = {};
  seen = withNew(seen, Array.from({ length: 2_500 }, (_, i) => ({ id: `i${i}`, messageCount: 1 })));
  expect(Object.keys(seen)).toHaveLength(2_000);
  expect(seen['i0']).toBeUndefined();
  expect(seen['i2499']).toBe(1);
});
