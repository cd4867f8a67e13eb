// Times are divided into half minutes and quarters of an hour, not into 25 s or 250 s.
const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800];
const ticksMax = 6;

/** A scale for seconds: from zero to a round value not below `most`, with at most seven marks. */
export function secondsScale(most: number): { max: number; ticks: number[] } {
  const top = Math.max(1, most);
  const step = steps.find((s) => top / s <= ticksMax) ?? Math.ceil(top / ticksMax / 604_800) * 604_800;
  const count = Math.ceil(top / step);
  return { max: count * step, ticks: Array.from({ length: count + 1 }, (_, i) => i * step) };
}

/** The position of a value on a scale, in percent, 0 to 100; larger values lie at the end. */
export function share(value: number, max: number): number {
  return Math.max(0, Math.min(100, (value / max) * 100));
}
