import { expect, test } from 'vitest';
import { Track, type Fix } from './track';

const fix = (second: number, lat = 36): Fix => ({
  lat,
  lon: 113,
  at: new Date(Date.UTC(2026, 0, 1, 0, 0, second)).toISOString(),
  speed: null,
  heading: null,
  accuracy: null,
});

test('a unit that moves tells its position every 5 s, one that stands every 13 s', () => {
  const [moving, standing] = [new Track(), new Track()];
  for (let s = 0; s <= 60; s++) {
    moving.see(fix(s, 36 + s / 2000));
    standing.see(fix(s));
  }
  expect(moving.due().map((f) => new Date(f.at).getUTCSeconds())).toEqual([0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 0]);
  expect(standing.due().map((f) => new Date(f.at).getUTCSeconds())).toEqual([0, 13, 26, 39, 52]);
});

test('what was told is not told again, and what comes meanwhile waits for the next time', () => {
  const track = new Track();
  track.see(fix(0));
  const batch = [...track.due()];
  track.see(fix(20));
  track.told(batch);
  expect(track.due()).toEqual([fix(20)]);
  track.see(fix(10));
  expect(track.newest).toEqual(fix(20));
});

test('without a network the newest are kept, and no more than ten minutes of them', () => {
  const track = new Track();
  for (let s = 0; s < 3600; s += 5) track.see(fix(s, 36 + s / 2000));
  expect(track.due()).toHaveLength(120);
  expect(track.due().at(-1)).toEqual(track.newest);
});

test('what is no place is never sent', () => {
  const track = new Track();
  track.see({ ...fix(0, 0), lon: 0 });
  track.see(fix(1, 91));
  track.see({ ...fix(2), lon: Number.NaN });
  track.see({ ...fix(3), at: 'yesterday' });
  expect(track.newest).toBeNull();
  expect(track.due()).toEqual([]);
});

test('a jump that no car makes waits for a second fix that agrees', () => {
  const track = new Track();
  track.see(fix(0));
  track.see(fix(20, 37));
  expect(track.newest).toEqual(fix(0));
  track.see(fix(25));
  expect(track.newest).toEqual(fix(25));
  track.see(fix(30, 37));
  track.see(fix(35, 37.001));
  expect(track.newest).toEqual(fix(35, 37.001));
  expect(track.due().map((f) => f.lat)).toEqual([36, 36, 37, 37.001]);
});

test('after a long silence the phone may be anywhere', () => {
  const track = new Track();
  track.see(fix(0));
  track.see(fix(600, 37));
  expect(track.newest).toEqual(fix(600, 37));
});
