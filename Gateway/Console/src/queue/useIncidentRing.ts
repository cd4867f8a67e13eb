import { useEffect } from 'react';
import { announce } from '../alerts/announce';
import { sound } from '../alerts/sound';
import { terms } from '../incident/terms';
import { live } from '../live/live';
import { queueWords } from './words';

/** Announces new incidents once, by sound and screen reader, on every screen. What nobody sees to is told by the bar of alarms. */
export function useIncidentRing(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let known: Set<string> | null = null;
    const look = () => {
      if (!live.loaded) return;
      const ids = new Set(live.incidents.keys());
      const before = known;
      if (before) tellNew([...ids].filter((id) => !before.has(id)));
      known = ids;
    };
    return live.subscribe(look);
  }, [active]);
}

function tellNew(ids: readonly string[]): void {
  // An officer in distress is told by the bar of alarms, louder.
  const added = ids.map((id) => live.incidents.get(id)!).filter((i) => !i.panicUnitId);
  if (added.length === 0) return;
  const words = queueWords.now();
  sound('new');
  const only = added.length === 1 ? added[0] : undefined;
  announce(only ? words.newOne(only.category, terms.now().priority(only.priority)) : words.newMany(added.length));
}
