import { useCallback, useEffect, useRef, useState } from 'react';
import { api, query } from '../api/client';
import type { OverdueList } from '../api/types';
import { live } from '../live/live';
import { concernsLateness, Pace } from './pace';

export interface LateFilter {
  station: string | null;
  unit: string | null;
}

// A supervisor does not read a thousand lines: the counts above say how many there are.
const pageSize = 100;
const itemsMax = 1_000;

/** What is late now, kept up to date by what the feed says. */
export function useOverdue({ station, unit }: LateFilter): {
  list: OverdueList | null;
  failed: boolean;
  refresh: () => void;
  more: (() => void) | null;
} {
  const [state, setState] = useState<{ list: OverdueList | null; failed: boolean }>({ list: null, failed: false });
  const [wanted, setWanted] = useState(pageSize);
  const load = useRef<() => void>(() => undefined);

  useEffect(() => {
    const stop = new AbortController();
    const pace = new Pace(() => void ask());
    async function ask() {
      try {
        let list: OverdueList | null = null;
        do {
          const page: OverdueList = await api.get(
            `/overdue${query({ station, unit, limit: Math.min(200, wanted), cursor: list?.next ?? null })}`,
            stop.signal,
          );
          list = list ? { ...page, items: [...list.items, ...page.items] } : page;
        } while (list.next !== null && list.items.length < wanted);
        if (!stop.signal.aborted) setState({ list, failed: false });
      } catch {
        if (!stop.signal.aborted) setState((s) => ({ ...s, failed: true }));
      }
    }
    load.current = () => {
      pace.asked();
      void ask();
    };
    load.current();
    const off = live.onEvent((event) => concernsLateness(event.kind) && pace.happened());
    return () => {
      stop.abort();
      pace.stop();
      off();
    };
  }, [station, unit, wanted]);

  const refresh = useCallback(() => load.current(), []);
  const hasMore = state.list?.next != null && wanted < itemsMax;
  return { ...state, refresh, more: hasMore ? () => setWanted((n) => n + pageSize) : null };
}
