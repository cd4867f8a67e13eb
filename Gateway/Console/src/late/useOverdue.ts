import { useCallback, useEffect, useRef, useState } from 'react';
import { api, query } from '../api/client';
import type { OverdueList } from '../api/types';
import { answerOf, type Asked } from '../asking/asked';
import { useAsked } from '../asking/useAsked';
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
  asked: Asked<OverdueList>;
  refresh: () => void;
  more: (() => void) | null;
} {
  const [wanted, setWanted] = useState(pageSize);
  const { asked, again } = useAsked<OverdueList>(`overdue ${station} ${unit}`, async (signal) => {
    let list: OverdueList | null = null;
    do {
      const page: OverdueList = await api.get(
        `/overdue${query({ station, unit, limit: Math.min(200, wanted), cursor: list?.next ?? null })}`,
        signal,
      );
      list = list ? { ...page, items: [...list.items, ...page.items] } : page;
    } while (list.next !== null && list.items.length < wanted);
    return list;
  });
  const pace = useRef<Pace>(undefined);
  useEffect(() => {
    const own = (pace.current = new Pace(again));
    own.asked();
    const off = live.onEvent((event) => concernsLateness(event.kind) && own.happened());
    return () => {
      own.stop();
      off();
    };
  }, [again]);

  const refresh = useCallback(() => {
    pace.current?.asked();
    again();
  }, [again]);
  const more = useCallback(() => {
    setWanted((n) => n + pageSize);
    again();
  }, [again]);
  const hasMore = answerOf(asked)?.next != null && wanted < itemsMax;
  return { asked, refresh, more: hasMore ? more : null };
}
