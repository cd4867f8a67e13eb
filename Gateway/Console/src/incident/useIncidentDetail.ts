import { useEffect, useState } from 'react';
import { api } from '../api/client';
import { isPassing, Problem } from '../api/problem';
import type { Incident } from '../api/types';
import { live } from '../live/live';
import { follow, merge } from './detail';

const againMs = 1_500;

export type Detail = { is: 'loading' } | { is: 'missing' } | { is: 'there'; incident: Incident };

/** One whole incident, with everything that the board leaves out; kept up to date while it is shown. */
export function useIncidentDetail(id: string): Detail {
  const [state, setState] = useState<{ id: string; incident: Incident | null; missing: boolean }>({ id, incident: null, missing: false });
  useEffect(() => {
    const stop = new AbortController();
    let current: Incident | null = null;
    const put = (next: Incident) => {
      if (next === current) return;
      current = next;
      setState({ id, incident: next, missing: false });
    };
    const off = live.onEvent((event) => {
      if (current && event.stream === `incident/${id}`) put(follow(current, event));
    });
    const offAnswers = live.onAnswer('incidents', (incident) => {
      if (incident.id === id && (!current || incident.version >= current.version)) put(incident);
    });
    const offAll = live.subscribe(() => {
      // A board that was read again may be ahead of the events.
      const item = live.incidents.get(id);
      if (current && item && item.version > current.version) void load();
    });
    async function load(): Promise<void> {
      try {
        const got = await api.get<Incident>(`/incidents/${encodeURIComponent(id)}`, stop.signal);
        const item = live.incidents.get(id);
        if (!current || got.version >= current.version) put(item ? merge(got, item) : got);
      } catch (error) {
        if (stop.signal.aborted) return;
        if (isPassing(error)) setTimeout(() => !stop.signal.aborted && void load(), againMs);
        else if (error instanceof Problem) setState({ id, incident: null, missing: true });
      }
    }
    void load();
    return () => {
      stop.abort();
      off();
      offAnswers();
      offAll();
    };
  }, [id]);
  if (state.id !== id) return { is: 'loading' };
  if (state.missing) return { is: 'missing' };
  if (!state.incident) return { is: 'loading' };
  return { is: 'there', incident: state.incident };
}
