import { useEffect } from 'react';
import { sound } from '../alerts/sound';
import { toast } from '../alerts/toasts';
import type { Message } from '../api/types';
import { incidentWords } from '../incident/words';
import { splitStream } from '../live/ids';
import { live } from '../live/live';
import { go } from '../routing/router';
import { session } from '../signin/session';
import { markOwn, useNewIncidents } from './useSeen';

/** A unit's message rings at the desk, on every screen, with what it says and the way to it. */
export function useMessageRing(active: boolean): void {
  useNewIncidents();
  useEffect(() => {
    if (!active) return;
    return live.onEvent(({ kind, stream, data }) => {
      const from = data['from'] as Message['from'] | undefined;
      if (kind !== 'MessageSent' || !from) return;
      const [thing, id] = splitStream(stream);
      if (from.subject === session.subject()) return thing === 'incident' ? markOwn(id) : undefined;
      if (from.unitId === null) return;
      const words = incidentWords.now();
      sound('message');
      toast('info', words.fromUnit(from.unitId, String(data['text'] ?? '')), {
        label: words.open,
        run: () => go(thing === 'incident' ? `/incidents/${encodeURIComponent(id)}?tab=messages` : `/units/${encodeURIComponent(id)}`),
      });
    });
  }, [active]);
}
