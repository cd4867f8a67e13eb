import { useCallback, useEffect, useRef, useState } from 'react';
import { serverClock } from '../time/serverClock';
import { answered, askedAgain, asking, changed, failed, isWorthAsking, lastOf, mapped, type Asked } from './asked';

// Between two tries of a question that nobody answered.
const againMs = 3_000;

export interface Question<T> {
  asked: Asked<T>;
  /** Asks once more, now. */
  again: () => void;
  /**
   * Changes the answer, old or not, by what came in by another way. While the question is under way it changes the coming answer too,
   * which may have been made before or after: `make` leaves alone what already has the change.
   */
  change: (make: (answer: T) => T) => void;
}

/**
 * Asks the gateway, and asks again while nobody answers. `question` names what is asked: another name is another question, and the answer
 * to the earlier one is gone. Null: nothing is asked. `afterMs`: it waits that long first, while somebody types.
 */
export function useAsked<T>(question: string | null, ask: (signal: AbortSignal) => Promise<T>, afterMs = 0): Question<T> {
  const [state, setState] = useState<{ question: string | null; asked: Asked<T> }>({ question, asked: asking });
  const [turn, setTurn] = useState(0);
  const latest = useRef(ask);
  latest.current = ask;
  // What changes the coming answer; null: none is coming.
  const meanwhile = useRef<((answer: T) => T)[] | null>(null);

  useEffect(() => {
    if (question === null) return;
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const put = (next: (before: Asked<T>) => Asked<T>) =>
      setState((s) => ({ question, asked: next(s.question === question ? s.asked : asking) }));
    async function go(): Promise<void> {
      put(askedAgain);
      const changes: ((answer: T) => T)[] = (meanwhile.current = []);
      try {
        const answer = await latest.current(stop.signal);
        if (stop.signal.aborted) return;
        meanwhile.current = null;
        put(() => answered(changed(answer, changes), serverClock.now()));
      } catch (why) {
        if (stop.signal.aborted) return;
        meanwhile.current = null;
        put((before) => failed(before, why));
        if (isWorthAsking(why)) timer = setTimeout(() => void go(), againMs);
      }
    }
    if (afterMs > 0) timer = setTimeout(() => void go(), afterMs);
    else void go();
    return () => {
      stop.abort();
      clearTimeout(timer);
      meanwhile.current = null;
    };
  }, [question, turn, afterMs]);

  const again = useCallback(() => setTurn((n) => n + 1), []);
  const change = useCallback((make: (answer: T) => T) => {
    meanwhile.current?.push(make);
    setState((s) => (lastOf(s.asked) ? { ...s, asked: mapped(s.asked, make) } : s));
  }, []);
  return { asked: state.question === question ? state.asked : asking, again, change };
}
