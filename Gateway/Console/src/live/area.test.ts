import { expect, test, vi } from 'vitest';

vi.mock('./live', () => ({ feed: {} }));
const { wantedFor } = await import('./area');

const box = (south: number, west: number, north: number, east: number) => ({ south, west, north, east });

test('nobody looks: none', () => {
  expect(wantedFor([], 'all')).toBe('none');
});

test('what is asked for is larger than what is shown, and holds every map of the page', () => {
  expect(wantedFor([box(10, 20, 12, 24)], 'none')).toBe('9.5,19,12.5,25');
  expect(wantedFor([box(10, 20, 12, 24), box(0, 20, 1, 21)], 'none')).toBe('-3,19,15,25');
});

test('a small move asks for nothing new, a large one and a deep zoom do', () => {
  const first = wantedFor([box(10, 20, 12, 24)], 'none');
  expect(wantedFor([box(10.3, 20.5, 12.3, 24.5)], first)).toBe(first);
  expect(wantedFor([box(13, 20, 15, 24)], first)).not.toBe(first);
  expect(wantedFor([box(11, 22, 11.1, 22.1)], first)).not.toBe(first);
});

test('half the world is asked for as all', () => {
  expect(wantedFor([box(-60, -120, 60, 120)], 'none')).toBe('all');
  expect(wantedFor([box(80, 0, 90, 90)], 'none')).toBe('77.5,-22.5,90,112.5');
});
