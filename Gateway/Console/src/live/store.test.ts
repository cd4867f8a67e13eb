import { describe, expect, test } from 'vitest';
import type { BoardIncident, Unit } from '../api/types';
import { boardItem, compareIds, LiveStore, type FeedEvent } from './store';

const incident = (id: string, version: number, more: Partial<BoardIncident> = {}) => ({ id, version, status: 'received', clocks: [], ...more }) as BoardIncident;
const unit = (id: string, version: number, more: Partial<Unit> = {}) => ({ id, version, status: 'available', position: null, ...more }) as unknown as Unit;
const event = (stream: string, version: number, view: BoardIncident | Unit | null, position = version) => ({ stream, version, position, kind: 'X', view }) as unknown as FeedEvent;

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
    store.mergeIncident({ ...incident('a', 4, { status: 'closed' }), narrative: null, feedback: [], calls: [] });
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
  const list = store.incidentList();
  store.move([{ unitId: 'P1', lat: 1, lon: 2, at: '', speed: null, heading: null, stale: false }]);
  frame();
  expect(store.incidentList()).toBe(list);
});

test('the position of the feed is never lost to an older one that came with a unit', () => {
  const { store } = storeWith();
  store.move([{ unitId: 'P1', lat: 1, lon: 2, at: '2026-01-01T00:00:05Z', speed: null, heading: null, stale: false }]);
  store.apply(event('unit/P1', 1, unit('P1', 1, { position: { lat: 9, lon: 9, at: '2026-01-01T00:00:01Z', stale: false } })));
  expect(store.positions.get('P1')!.lat).toBe(1);
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
  const item = boardItem({ ...incident('a', 1), narrative: 'x'.repeat(300), feedback: [], calls: [], clocks: [{ state: 'met' }, { state: 'running' }] } as never);
  expect(item.summary).toHaveLength(200);
  expect(item.clocks).toHaveLength(1);
  expect('narrative' in item || 'calls' in item || 'feedback' in item).toBe(false);
});

test('P2 stands before P10', () => {
  expect(['P10', 'P2', 'A1'].sort(compareIds)).toEqual(['A1', 'P2', 'P10']);
});
