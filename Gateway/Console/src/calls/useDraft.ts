import { useEffect, useRef, useState } from 'react';
import { command } from '../api/commands';
import type { Call } from '../api/types';
import { toast } from '../alerts/toasts';
import { problemText } from '../api/problemText';
import { changesSince, draftOf, type Draft } from './draft';
import { withDetail } from '../incident/place';

// Long enough not to send each letter, short enough that little is lost.
const saveAfterMs = 700;

export type Saved = 'saved' | 'saving' | 'typing';

const keyOf = (callId: string) => `tocsin.draft.call.${callId}`;

/** A draft that is kept in the page at each letter, and sent when the typing pauses. */
export function useDraft(
  call: Call,
  writable: boolean,
): { draft: Draft; set: (change: Partial<Draft>) => void; saved: Saved; flush: () => Promise<void>; forget: () => void } {
  const [draft, setDraft] = useState<Draft>(() => ({
    ...draftOf(call),
    ...(JSON.parse(sessionStorage.getItem(keyOf(call.id)) ?? '{}') as Partial<Draft>),
  }));
  const [saved, setSaved] = useState<Saved>('saved');
  const known = useRef(draftOf(call));
  const latest = useRef(draft);
  latest.current = draft;
  const underWay = useRef(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  async function flush(): Promise<void> {
    clearTimeout(timer.current);
    if (!writable) return;
    const sent = latest.current;
    const changes = changesSince(known.current, sent);
    if (Object.keys(changes).length === 0) return underWay.current === 0 ? setSaved('saved') : undefined;
    const before = known.current;
    known.current = sent;
    setSaved('saving');
    underWay.current++;
    try {
      const location = changes.location && withDetail(changes.location, call.location);
      await command('PATCH', `/calls/${encodeURIComponent(call.id)}`, { ...changes, ...(location ? { location } : {}) });
      underWay.current--;
      setSaved(latest.current === sent ? 'saved' : 'typing');
    } catch (error) {
      underWay.current--;
      known.current = before;
      toast('bad', problemText(error));
      setSaved('typing');
    }
  }

  function set(change: Partial<Draft>): void {
    setDraft((old) => {
      const next = { ...old, ...change };
      sessionStorage.setItem(keyOf(call.id), JSON.stringify(next));
      return next;
    });
    setSaved('typing');
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void flush(), saveAfterMs);
  }

  useEffect(() => () => clearTimeout(timer.current), []);
  return { draft, set, saved, flush, forget: () => sessionStorage.removeItem(keyOf(call.id)) };
}
