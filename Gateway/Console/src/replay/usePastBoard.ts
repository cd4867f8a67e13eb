import { useEffect, useRef, useState } from 'react';
import { api, query } from '../api/client';
import { isPassing } from '../api/problem';
import type { Board } from '../api/types';
import { live } from '../live/picture';
import { LiveStore } from '../live/store';
import { problemText } from '../api/problemText';
import type { Past } from '../time/past';
import { BoundedCache } from './cache';

// A board of a thousand incidents is about a megabyte in memory.
const boardsMax = 40;
const againMs = 1_500;

const boards = new BoundedCache<Board>((key) => {
  const [at, by] = key.split(' ') as [string, string];
  return api.get<Board>(`/board${query({ at, by })}`);
}, boardsMax);

/** Units of an imported day were registered years after it: their names are then taken from the present. */
export function named(board: Board, present: Pick<LiveStore, 'units'>): Board {
  const units = board.units.map((unit) => {
    if (unit.callSign) return unit;
    const known = present.units.get(unit.id);
    return {
      ...unit,
      callSign: known?.callSign ?? unit.id,
      ...(known ? { kind: known.kind, station: known.station, capabilities: known.capabilities, home: known.home } : {}),
    };
  });
  return { ...board, units };
}

const keyOf = ({ at, by }: Past) => `${at} ${by}`;

/** The board of a past moment, in its own store; the last one stays until the new one is there. Boards of `ahead` are fetched early. */
export function usePastBoard(
  past: Past,
  ahead: readonly number[],
): { store: LiveStore; shown: Past | null; loading: boolean; error: string | null } {
  const [store] = useState(() => new LiveStore());
  const [state, set] = useState<{ shown: Past | null; loading: boolean; error: string | null }>({
    shown: null,
    loading: true,
    error: null,
  });
  const latest = useRef('');
  const nearby = useRef(ahead);
  nearby.current = ahead;
  const { at, by } = past;

  useEffect(() => {
    const key = keyOf({ at, by });
    latest.current = key;
    let timer: ReturnType<typeof setTimeout> | undefined;
    set((s) => ({ ...s, loading: true }));
    const show = () =>
      boards.get(key).then(
        (board) => {
          if (latest.current !== key) return;
          store.reset(named(board, live));
          set({ shown: { at, by }, loading: false, error: null });
          for (const next of nearby.current) boards.get(keyOf({ at: new Date(next).toISOString(), by })).catch(() => undefined);
        },
        (failure: unknown) => {
          if (latest.current !== key) return;
          set((s) => ({ ...s, loading: false, error: problemText(failure) }));
          if (isPassing(failure)) timer = setTimeout(show, againMs);
        },
      );
    void show();
    return () => clearTimeout(timer);
  }, [at, by, store]);

  return { store, ...state };
}
