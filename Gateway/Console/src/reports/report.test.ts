import { expect, test } from 'vitest';
import { began, bucketShares, intervals, isFew, ordered, toCsv, type Figures, type Group, type Report } from './report';

const figures = (more: Partial<Figures> = {}): Figures => ({
  count: 10,
  negative: 0,
  suspect: 0,
  mean: 5,
  p50: 4,
  p90: 9,
  p95: 10,
  target: null,
  withinTarget: null,
  buckets: [],
  never: 0,
  open: 0,
  ...more,
});
const group = (key: string, p90: number | null = 9): Group => ({
  key,
  incidents: 3,
  responses: 5,
  intervals: Object.fromEntries(
    intervals.map((i) => [i, figures({ p90, ...(p90 === null ? { count: 0 } : {}) })]),
  ) as unknown as Group['intervals'],
});
const report = (...groups: Group[]): Report => ({ from: '', to: '', groupBy: 'unit', timeZone: 'UTC', groups, total: group('') });

test('units stand as people count: P2 before P10; the slowest first where it is asked for; what has no figures is left out', () => {
  const groups = [group('P10', 5), group('P2', 7), group('P3', null)];
  expect(ordered(groups, 'travel', 'key').map((g) => g.key)).toEqual(['P2', 'P10']);
  expect(ordered([group('a', 5), group('b', 7)], 'travel', 'slowest').map((g) => g.key)).toEqual(['b', 'a']);
});

test('a group of which nothing ended is shown, and slower than any', () => {
  const none = group('P3', null);
  none.intervals.travel = figures({ count: 0, p90: null, never: 2 });
  expect(ordered([group('P1', 5), none], 'travel', 'key').map((g) => g.key)).toEqual(['P1', 'P3']);
  expect(ordered([group('P1', 5), none], 'travel', 'slowest').map((g) => g.key)).toEqual(['P3', 'P1']);
});

test('of all that began so many ended; fewer than ten are few', () => {
  expect(began(figures({ count: 12, negative: 1, never: 10, open: 2 }))).toBe(25);
  expect([0, 9, 10].map((count) => isFew(figures({ count })))).toEqual([false, true, false]);
});

test('shares of buckets are of all that have a figure', () => {
  expect(
    bucketShares(
      figures({
        count: 4,
        buckets: [
          { upTo: 30, count: 3 },
          { upTo: null, count: 1 },
        ],
      }),
    ).map((b) => b.share),
  ).toEqual([0.75, 0.25]);
  expect(bucketShares(figures({ count: 0, buckets: [{ upTo: null, count: 0 }] }))[0]!.share).toBe(0);
});

test('a spreadsheet gets every figure, and nothing that it would carry out', () => {
  const csv = toCsv(report(group('=1+1'), group('a "b", c')), { interval: (i) => i, head: ['group', 'interval'] });
  expect(csv.startsWith('\ufeffgroup,interval\r\n')).toBe(true);
  expect(csv).toContain("\r\n'=1+1,travel,3,5,10,0,5,4,9,10,,,,0,0\r\n");
  expect(csv).toContain('"a ""b"", c",');
  expect(csv.split('\r\n')).toHaveLength(1 + 3 * intervals.length + 1);
});
