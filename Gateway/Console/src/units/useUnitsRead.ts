import { useEffect, useRef } from 'react';
import { api, query } from '../api/client';
import type { Page, Unit } from '../api/types';
import { useAsked, type Question } from '../asking/useAsked';

const pagesMax = 50;
// Without the board nobody tells of a change.
const againMs = 15_000;

async function readAll(status: Unit['status'] | null, signal: AbortSignal): Promise<Unit[]> {
  const found: Unit[] = [];
  let cursor: string | null = null;
  for (let page = 0; page < pagesMax; page++) {
    const next: Page<Unit> = await api.get<Page<Unit>>(`/units${query({ status, limit: 200, cursor })}`, signal);
    found.push(...next.items);
    cursor = next.next;
    if (!cursor) break;
  }
  return found;
}

/** All units, read again every 15 s. */
export function useUnitsRead(): Question<readonly Unit[]> {
  const question = useAsked<readonly Unit[]>('units', (signal) => readAll(null, signal));
  const { again } = question;
  useEffect(() => {
    const timer = setInterval(again, againMs);
    return () => clearInterval(timer);
  }, [again]);
  return question;
}

/**
 * Units off duty and not retired, which the board does not carry: read when they are wanted, and again when the number of
 * units on duty changes.
 */
export function useOffDuty(wanted: boolean, onDuty: readonly Unit[]): Question<readonly Unit[]> {
  const question = useAsked<readonly Unit[]>(wanted ? 'units off duty' : null, async (signal) =>
    (await readAll('offDuty', signal)).filter((u) => !u.retired),
  );
  const here = onDuty.length;
  const before = useRef(here);
  const { again } = question;
  useEffect(() => {
    if (before.current !== here) again();
    before.current = here;
  }, [here, again]);
  return question;
}
