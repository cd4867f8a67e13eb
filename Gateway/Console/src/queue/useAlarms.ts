import { useEffect } from 'react';
import { live } from '../live/live';
import { announce } from '../alerts/announce';
import { sound } from '../alerts/sound';
import { serverClock } from '../time/serverClock';
import { onSecond } from '../time/ticker';
import { splitNumber, terms } from '../incident/terms';
import { pressing } from '../incident/urgency';
import { queueWords } from './words';

/** Announces late and new incidents by sound and screen reader, on every screen. Those that were late at the sign-in sound once. */
export function useAlarms(active: boolean): void {
  useEffect(() => {
    if (!active) return;
    let late = new Set<string>();
    let known: Set<string> | null = null;
    const look = () => {
      if (!live.loaded) return;
      const now = serverClock.now();
      const nowLate = new Set<string>();
      const fresh: string[] = [];
      for (const incident of live.list('incidents')) {
        const pressed = pressing(incident.clocks, now);
        if (pressed?.alarm === 'late') {
          const key = `${incident.id} ${pressed.clock.stage} ${pressed.clock.unitId ?? ''} ${pressed.clock.dueAt}`;
          nowLate.add(key);
          if (!late.has(key))
            fresh.push(queueWords.now().becameLate(splitNumber(incident.number)[1], terms.now().clock[pressed.clock.stage]));
        }
      }
      if (fresh.length > 0) {
        sound('late');
        announce(fresh.length === 1 ? fresh[0]! : queueWords.now().manyLate(fresh.length), 'assertive');
      }
      late = nowLate;
      const ids = new Set(live.incidents.keys());
      const before = known;
      if (before) tellNew([...ids].filter((id) => !before.has(id)));
      known = ids;
    };
    const off = [onSecond(look), live.subscribe(look)];
    return () => off.forEach((stop) => stop());
  }, [active]);
}

function tellNew(ids: readonly string[]): void {
  if (ids.length === 0) return;
  const words = queueWords.now();
  const distress = ids.map((id) => live.incidents.get(id)!).find((i) => i.panicUnitId);
  if (distress) {
    sound('late');
    return announce(words.distressOf(distress.panicUnitId!), 'assertive');
  }
  sound('new');
  const only = ids.length === 1 ? live.incidents.get(ids[0]!) : undefined;
  announce(only ? words.newOne(only.category, terms.now().priority(only.priority)) : words.newMany(ids.length));
}
