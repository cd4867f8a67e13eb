import { useEffect } from 'react';
import { api, query } from '../api/client';
import { useAsked, type Question } from '../asking/useAsked';
import { formats } from '../i18n/format';
import { serverClock } from '../time/serverClock';
import type { Place } from './geo';
import type { Track } from './ground';

// A shown track is read again this often.
const againMs = 10_000;
const tracksMax = 10;

interface Read {
  unitId: string;
  points: (Place & { at: string })[];
}

/**
 * The tracks of these units over so many minutes before `until` (milliseconds since 1970); null: before now, read again every 10 s. Null:
 * none is asked for.
 */
export function useTracks(unitIds: readonly string[], minutes: number, until: number | null = null): Question<readonly Track[]> | null {
  const ids = unitIds.slice(0, tracksMax);
  const wanted = ids.length > 0 && minutes > 0;
  const question = useAsked<readonly Track[]>(wanted ? `tracks ${ids.join(' ')} ${minutes} ${until}` : null, async (signal) => {
    const to = until ?? serverClock.now();
    const span = query({ from: new Date(to - minutes * 60_000).toISOString(), to: new Date(to).toISOString() });
    const all = await Promise.all(ids.map((id) => api.get<Read>(`/units/${encodeURIComponent(id)}/track${span}`, signal)));
    return all.map((t) => ({ ...t, label: t.points[0] ? `${t.unitId} ${formats().minute(t.points[0].at)}` : t.unitId }));
  });
  const { again } = question;
  const repeats = wanted && until === null;
  useEffect(() => {
    if (!repeats) return;
    const timer = setInterval(again, againMs);
    return () => clearInterval(timer);
  }, [repeats, again]);
  return wanted ? question : null;
}
