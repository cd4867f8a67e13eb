const seconds: Readonly<Record<string, number>> = {
  s: 1, sec: 1, 秒: 1,
  m: 60, min: 60, 分: 60, 分钟: 60,
  h: 3600, 时: 3600, 小时: 3600,
  d: 86_400, 天: 86_400, 日: 86_400,
};

/** The longest limit of a directive, in seconds: 90 days. */
export const spanMax = 90 * 86_400;

/**
 * Reads a span of time as people write it: "90 s", "20 min", "1h30m", "5天"; a number alone is minutes. In whole seconds, 1 to `spanMax`;
 * null: nothing stands there; bad: it is no such span.
 */
export function spanOf(text: string): number | null | 'bad' {
  const trimmed = text.normalize('NFKC').trim().toLowerCase();
  if (trimmed === '') return null;
  const parts = [...trimmed.matchAll(/(\d+(?:\.\d+)?)\s*([^\s\d.]*)\s*/gu)];
  if (parts.map(([all]) => all).join('') !== trimmed) return 'bad';
  const total = parts.reduce((sum, [, n, unit]) => sum + Number(n) * (unit === '' ? 60 : (seconds[unit!] ?? NaN)), 0);
  const whole = Math.round(total);
  return whole >= 1 && whole <= spanMax ? whole : 'bad';
}
