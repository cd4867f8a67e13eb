import { expect, test } from 'vitest';
import { spanOf } from './span';

test.each([
  ['90s', 90],
  ['20 min', 1200],
  ['20', 1200],
  ['1h30m', 5400],
  ['1.5 h', 5400],
  ['24小时', 86_400],
  ['5 天', 432_000],
  ['20 分钟', 1200],
  ['90d', 7_776_000],
])('%j is so many seconds: %i', (text, seconds) => expect(spanOf(text)).toBe(seconds));

test('nothing is no limit', () => expect(spanOf('  ')).toBeNull());

test.each(['0', '0s', '91d', 'soon', '5 weeks', '-3', '1h then', '5..2h'])('%j is refused', (text) => expect(spanOf(text)).toBe('bad'));
