import { useEffect, useRef } from 'react';
import { api } from '../api/client';
import type { Incident } from '../api/types';
import { useAsked, type Question } from '../asking/useAsked';
import { live } from '../live/live';
import { follow, merge, mustAskAgain } from './detail';
import { keepPersonal } from './party';

function withPersonal(newest: Incident, known: Incident): Incident {
  const parties = keepPersonal(known.parties, newest.parties);
  return parties === undefined ? newest : { ...newest, parties };
}

/** One whole incident, with everything that the board leaves out; kept up to date while it is shown. */
export function useIncidentDetail(id: string): Question<Incident> {
  const current = useRef<Incident | null>(null);
  const question = useAsked<Incident>(`incident ${id}`, async (signal) => {
    const got = await api.get<Incident>(`/incidents/${encodeURIComponent(id)}`, signal);
    const item = live.incidents.get(id);
    const whole = item ? merge(got, item) : got;
    // Events may have come while it was read.
    const known = current.current?.id === id ? current.current : null;
    return (current.current = known && known.version > whole.version ? known : whole);
  });
  const { again, change } = question;
  useEffect(() => {
    let readFor = -1;
    const put = (make: (known: Incident) => Incident) => {
      const known = current.current;
      if (known?.id !== id) return;
      const next = make(known);
      if (next === known) return;
      current.current = next;
      change((shown) => (shown.version > next.version ? shown : next));
    };
    const offs = [
      live.onEvent((event) => {
        if (event.stream !== `incident/${id}`) return;
        if (current.current?.id === id && mustAskAgain(current.current, event)) again();
        else put((known) => follow(known, event));
      }),
      live.onAnswer('incidents', (newest) => {
        if (newest.id === id) put((known) => (newest.version >= known.version ? withPersonal(newest, known) : known));
      }),
      live.subscribe(() => {
        // A board that was read again may be ahead of the events.
        const item = live.incidents.get(id);
        if (!item || current.current?.id !== id || item.version <= current.current.version || item.version === readFor) return;
        readFor = item.version;
        again();
      }),
    ];
    return () => offs.forEach((off) => off());
  }, [id, again, change]);
  return question;
}
