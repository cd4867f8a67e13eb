import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { concernsLateness, Pace, pacing } from './pace';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const started = () => {
  let asked = 0;
  const pace = new Pace(() => asked++, () => Date.now());
  pace.asked();
  return { pace, count: () => asked };
};

test('a storm of events asks once in five seconds', () => {
  const { pace, count } = started();
  for (let i = 0; i < 100; i++) {
    pace.happened();
    vi.advanceTimersByTime(100);
  }
  expect(count()).toBe(2);
});

test('what happens after a quiet while asks at once', () => {
  const { pace, count } = started();
  vi.advanceTimersByTime(pacing.leastMs + 1);
  expect(count()).toBe(0);
  pace.happened();
  vi.advanceTimersByTime(0);
  expect(count()).toBe(1);
});

test('where nothing happens it asks now and then: what is silent grows late without an event', () => {
  const { pace, count } = started();
  vi.advanceTimersByTime(pacing.mostMs * 3 + 10);
  expect(count()).toBe(3);
  pace.stop();
  vi.advanceTimersByTime(pacing.mostMs * 3);
  expect(count()).toBe(3);
});

test('a note is nothing to ask for', () => {
  expect(['ClockOverdue', 'IncidentClosed', 'NoteAdded'].map(concernsLateness)).toEqual([true, true, false]);
});
