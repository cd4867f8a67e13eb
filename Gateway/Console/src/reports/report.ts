import type { components } from '../api/schema';

type Told = components['schemas']['ResponseTimesReport'];
export type IntervalName = keyof Told['groups'][number]['intervals'];

/** Of one interval, in seconds; all but counts are null where there are none. */
export type Figures = Told['groups'][number]['intervals']['processing'] & { never: number; open: number };
// The document describes the figures where they stand first, and not again in `total`.
export type Group = Omit<Told['groups'][number], 'intervals'> & { intervals: Record<IntervalName, Figures> };
export type Report = Omit<Told, 'groups' | 'total'> & { groups: Group[]; total: Omit<Group, 'key'> };

/** An interval of one incident or assignment, behind a figure. */
export type Reported = components['schemas']['ReportedIntervalView'];

/** Which of the intervals behind a figure a list shows. */
export const showns = ['all', 'measured', 'negative', 'suspect', 'never', 'open', 'late'] as const;
export type Shown = (typeof showns)[number];

/** Of fewer, percentiles say little: they are marked. */
export const fewBelow = 10;
export const isFew = (f: Figures): boolean => f.count > 0 && f.count < fewBelow;

/** How many began: of so many the others are counted. */
export const began = (f: Figures): number => f.count + f.negative + f.suspect + f.never + f.open;

export const intervals = [
  'processing',
  'acknowledge',
  'turnout',
  'travel',
  'response',
  'feedback',
] as const satisfies readonly IntervalName[];
export const groupings = ['priority', 'station', 'unit', 'category', 'hour'] as const;
export type Grouping = (typeof groupings)[number];
export const orders = ['key', 'slowest'] as const;
export type Order = (typeof orders)[number];

const collator = new Intl.Collator('en', { numeric: true });

/** Groups in which this interval began, by name, or the slowest by p90 first; slower than any is what has no end at all. */
export function ordered(groups: readonly Group[], interval: IntervalName, order: Order): Group[] {
  const some = groups.filter((g) => began(g.intervals[interval]) > 0);
  const byKey = (a: Group, b: Group) => collator.compare(a.key, b.key);
  const slowness = (g: Group) => g.intervals[interval].p90 ?? Number.MAX_VALUE;
  return some.sort(order === 'key' ? byKey : (a, b) => slowness(b) - slowness(a) || byKey(a, b));
}

/** How many times fall into each bucket alone, as the contract counts them. */
export function bucketShares({ buckets, count }: Figures): { upTo: number | null; count: number; share: number }[] {
  return buckets.map((b) => ({ ...b, share: count === 0 ? 0 : b.count / count }));
}

/** The whole report as a table that a spreadsheet opens: a row for each group and interval. */
export function toCsv(report: Report, names: { interval: (name: IntervalName) => string; head: readonly string[] }): string {
  const rows: (string | number | null)[][] = [[...names.head]];
  for (const group of [...report.groups, { ...report.total, key: '*' }])
    for (const name of intervals) {
      const f = group.intervals[name];
      rows.push([
        group.key,
        names.interval(name),
        group.incidents,
        group.responses,
        f.count,
        f.negative,
        f.mean,
        f.p50,
        f.p90,
        f.p95,
        f.target,
        f.withinTarget,
        f.buckets.map((b) => `${b.upTo ?? '+'}:${b.count}`).join(' '),
        f.never,
        f.open,
      ]);
    }
  // Spreadsheets take a file for UTF-8 only if it says so.
  return '\ufeff' + rows.map((row) => row.map(cell).join(',')).join('\r\n') + '\r\n';
}

// A category is somebody's words: what a spreadsheet would take for a formula is made text.
function cell(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
