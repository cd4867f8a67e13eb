import { describe, expect, test, vi } from 'vitest';
import type { Board, BoardIncident, Unit } from '../api/types';
import { compareIds } from './ids';
import { boardItem } from './sections';
import { LiveStore, type FeedEvent } from './store';

const incident = (id: string, version: number, more: Partial<BoardIncident> = {}) =>
  ({ id, version, status: 'received', clocks: [], ...more }) as BoardIncident;
const unit = (id: string, version: number, more: Partial<Unit> = {}) =>
  ({ id, version, status: 'available', position: null, ...more }) as unknown as Unit;
const event = (stream: string, version: number, view: BoardIncident | Unit | null, position = version) =>
  ({ stream, version, position, kind: 'X', view }) as unknown as FeedEvent;

function storeWith(...incidents: BoardIncident[]) {
  const runs: (() => void)[] = [];
  const store = new LiveStore((run) => runs.push(run));
  store.reset({ epoch: 'e', position: 10, at: '', incidents, units: [] });
  return { store, frame: () => runs.splice(0).forEach((run) => run()) };
}

describe('what comes in replaces by id what is older', () => {
  test('and nothing that is newer, as when the answer to a command was faster than the feed', () => {
    const { store } = storeWith(incident('a', 3));
    store.apply(event('incident/a', 5, incident('a', 6)));
    store.apply(event('incident/a', 6, incident('a', 5)));
    expect(store.incidents.get('a')!.version).toBe(6);
  });

  test('what has left the board is not brought back by a late answer', () => {
    const { store } = storeWith(incident('a', 3));
    store.apply(event('incident/a', 4, null));
    store.apply(event('incident/a', 4, incident('a', 4)));
    store.apply(event('incident/a', 3, incident('a', 3)));
    expect(store.incidents.size).toBe(0);
    store.apply(event('incident/a', 5, incident('a', 5)));
    expect(store.incidents.get('a')!.version).toBe(5);
  });

  test('an old event that says "gone" does not remove what was reopened since', () => {
    const { store } = storeWith(incident('a', 7));
    store.apply(event('incident/a', 6, null));
    expect(store.incidents.has('a')).toBe(true);
  });

  test('a closed answer leaves the board', () => {
    const { store } = storeWith(incident('a', 3));
    store.merge('incidents', { ...incident('a', 4, { status: 'closed' }), narrative: null, feedback: [], calls: [] });
    expect(store.incidents.size).toBe(0);
  });
});

test('readers are told once a frame, and get the same list while nothing changed', () => {
  const { store, frame } = storeWith(incident('a', 1));
  frame();
  let told = 0;
  store.subscribe(() => told++);
  for (let version = 2; version < 50; version++) store.apply(event('incident/a', version, incident('a', version)));
  expect(told).toBe(0);
  frame();
  expect(told).toBe(1);
  const list = store.list('incidents');
  store.move([{ unitId: 'P1', lat: 1, lon: 2, at: '', speed: null, heading: null, stale: false }]);
  frame();
  expect(store.list('incidents')).toBe(list);
});

test('the position of the feed is never lost to an older one that came with a unit', () => {
  const { store } = storeWith();
  store.move([{ unitId: 'P1', lat: 1, lon: 2, at: '2026-01-01T00:00:05Z', speed: null, heading: null, stale: false }]);
  store.apply(event('unit/P1', 1, unit('P1', 1, { position: { lat: 9, lon: 9, at: '2026-01-01T00:00:01Z', stale: false } })));
  expect(store.positions.get('P1')!.lat).toBe(1);
});

describe('what is newer than this page', () => {
  test('an event of an unknown kind of stream is counted, changes nothing and is told to nobody', () => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue();
    const { store } = storeWith(incident('a', 3));
    const seen: string[] = [];
    store.onEvent((e) => seen.push(e.stream));
    store.apply(event('novelty/n1', 1, incident('a', 9)));
    store.apply(event('novelty/n2', 1, null));
    store.apply(event('nothing', 1, null));
    expect(store.ignoredEvents).toBe(3);
    expect(warn).toHaveBeenCalledTimes(1);
    expect(store.incidents.get('a')!.version).toBe(3);
    expect(seen).toEqual([]);
  });

  test('an event of an unknown kind on a known stream replaces the item and is told to everybody', () => {
    const { store } = storeWith(incident('a', 3));
    const seen: string[] = [];
    store.onEvent((e) => seen.push(e.kind));
    store.apply({ ...event('incident/a', 4, incident('a', 4)), kind: 'SomethingNew' });
    expect(store.incidents.get('a')!.version).toBe(4);
    expect(seen).toEqual(['SomethingNew']);
    expect(store.ignoredEvents).toBe(0);
  });

  test('a board without a section leaves that section empty', () => {
    const { store } = storeWith();
    store.reset({ epoch: 'e', position: 1, at: '', incidents: [incident('a', 1)] } as unknown as Board);
    expect([store.list('incidents').length, store.list('units').length]).toEqual([1, 0]);
  });
});

test('streams that are on no board are told to listeners and are not counted as unknown', () => {
  const { store } = storeWith();
  const seen: string[] = [];
  store.onEvent((e) => seen.push(e.stream));
  for (const kind of ['call', 'station', 'policy', 'setting', 'runCard']) {
    const { view: _view, ...rest } = event(`${kind}/x`, 1, null);
    store.apply(rest);
  }
  expect(seen).toHaveLength(5);
  expect(store.ignoredEvents).toBe(0);
});

test('what has happened is told at once and in order, whatever the frames do', () => {
  const { store } = storeWith();
  const seen: number[] = [];
  store.onEvent((e) => seen.push(e.position));
  store.apply(event('incident/a', 1, incident('a', 1), 11));
  store.apply(event('incident/a', 2, incident('a', 2), 12));
  expect(seen).toEqual([11, 12]);
});

test('a board item carries no long text and no clocks that are over', () => {
  const item = boardItem({
    ...incident('a', 1),
    narrative: 'x'.repeat(300),
    feedback: [],
    calls: [],
    clocks: [{ state: 'met' }, { state: 'running' }],
  } as never);
  expect(item.summary).toHaveLength(200);
  expect(item.clocks).toHaveLength(1);
  expect('narrative' in item || 'calls' in item || 'feedback' in item).toBe(false);
});

test('P2 stands before P10', () => {
  expect(['P10', 'P2', 'A1'].sort(compareIds)).toEqual(['A1', 'P2', 'P10']);
});

describe('a unit whose position reports are refused', () => {
  const refused = { lastHeardAt: null, lastRejected: null, refused: 'noFix', since: '2026-01-01T00:00:00Z' };
  const mark = { unitId: 'P1', refused: 'noFix', since: '2026-01-01T00:00:00Z' };

  test('is marked by the board and by the feed, until the feed says that it is not any more', () => {
    const { store } = storeWith();
    store.reset({ epoch: 'e', position: 1, at: '', incidents: [], units: [unit('P1', 1, { reporting: refused }), unit('P2', 1)] });
    expect([...store.refused.values()]).toEqual([mark]);
    store.mark([{ unitId: 'P1', refused: null, since: null }]);
    expect(store.refused.size).toBe(0);
    store.mark([mark]);
    store.apply(event('unit/P1', 2, unit('P1', 2)));
    expect(store.refused.get('P1')).toEqual(mark);
  });

  test('is forgotten with the unit and with the picture', () => {
    const { store } = storeWith();
    store.mark([mark]);
    store.apply(event('unit/P1', 2, null));
    expect(store.refused.size).toBe(0);
    store.mark([mark]);
    store.reset({ epoch: 'f', position: 1, at: '', incidents: [], units: [] });
    expect(store.refused.size).toBe(0);
  });
});

test('a console is one of its subject: nobody takes the place of another by its id', () => {
  const { store } = storeWith();
  const here = (subject: string, incidentId: string | null) => ({ consoleId: 'tab', subject, role: 'dispatcher', incidentId });
  store.attend([here('wang', 'i1')]);
  store.attend([here('li', null)]);
  expect(store.presenceList()).toEqual([here('wang', 'i1')]);
  store.attend([here('li', 'i2'), here('wang', null)]);
  expect(store.presenceList()).toEqual([here('li', 'i2')]);
});
