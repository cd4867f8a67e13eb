import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import { formats } from '../i18n/format';
import { serverClock } from '../time/serverClock';
import type { Place } from './geo';
import type { Track } from './ground';

// A shown track is read again this often.
const againMs = 10_000;
const tracksMax = 10;

/** The tracks of these units over so many minutes before `until` (milliseconds since 1970); null: before now, read again every 10 s. */
export function useTracks(
  unitIds: readonly string[],
  minutes: number,
  until: number | null = null,
): { tracks: readonly Track[]; loaded: boolean } {
  const [found, set] = useState<{ tracks: readonly Track[]; loaded: boolean }>({ tracks: [], loaded: false });
  const ids = unitIds.slice(0, tracksMax).join(' ');
  useEffect(() => {
    if (ids === '' || minutes === 0) return set({ tracks: [], loaded: false });
    const stop = new AbortController();
    const load = async () => {
      const to = until ?? serverClock.now();
      const span = query({ from: new Date(to - minutes * 60_000).toISOString(), to: new Date(to).toISOString() });
      const all = await Promise.all(
        ids
          .split(' ')
          .map((id) =>
            api.get<{ unitId: string; points: (Place & { at: string })[] }>(`/units/${encodeURIComponent(id)}/track${span}`, stop.signal),
          ),
      );
      if (!stop.signal.aborted)
        set({
          loaded: true,
          tracks: all.map((t) => ({ ...t, label: t.points[0] ? `${t.unitId} ${formats().minute(t.points[0].at)}` : t.unitId })),
        });
    };
    const attempt = () => void load().catch(() => undefined);
    attempt();
    const timer = until === null ? setInterval(attempt, againMs) : undefined;
    return () => {
      stop.abort();
      clearInterval(timer);
    };
  }, [ids, minutes, until]);
  return found;
}
