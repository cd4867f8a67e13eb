import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenIdle } from './idle';

const page = new EventTarget();
let idle = 0;
let stop: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('removeEventListener', page.removeEventListener.bind(page));
  idle = 0;
  stop = whenIdle(60_000, () => idle++);
});
afterEach(() => {
  stop();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const touch = (sign: string) => page.dispatchEvent(new Event(sign));

test('whoever presses a key or moves a pointer is there', () => {
  for (const sign of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    vi.advanceTimersByTime(59_000);
    touch(sign);
  }
  vi.advanceTimersByTime(59_000);
  expect(idle).toBe(0);
  vi.advanceTimersByTime(1_000);
  expect(idle).toBe(1);
});

test('a computer that slept was idle, and the first move afterwards does not undo that', () => {
  vi.setSystemTime(Date.now() + 3_600_000);
  touch('pointermove');
  vi.advanceTimersByTime(1_000);
  expect(idle).toBe(1);
});

test('what has ended calls nobody', () => {
  stop();
  vi.advanceTimersByTime(120_000);
  expect(idle).toBe(0);
});
