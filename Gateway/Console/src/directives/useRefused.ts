import { useEffect } from 'react';
import { api } from '../api/client';
import type { Directive } from '../api/directive';
import type { OverdueList } from '../api/types';
import { Problem } from '../api/problem';
import { useAsked, type Question } from '../asking/useAsked';
import { live } from '../live/live';
import { useMay } from '../signin/may';

// More than a desk leaves unanswered: the list of what is late has them all.
const shownMax = 20;
const changing: ReadonlySet<string> = new Set(['DirectiveRefused', 'DirectiveReplaced', 'DirectiveConcluded']);

/**
 * The directives that were refused, and that nobody has replaced or concluded. They are over, so the board has them not; they stand among
 * what is late. Null: whoever is signed in may not read what is late.
 */
export function useRefused(): Question<readonly Directive[]> | null {
  const may = useMay('readOverdue');
  const question = useAsked<readonly Directive[]>(may ? 'refused directives' : null, async (signal) => {
    const late = await api.get<OverdueList>('/overdue?limit=200', signal);
    const ids = late.items.flatMap((item) => (item.kind === 'refused' && item.directiveId ? [item.directiveId] : []));
    const read = ids.slice(0, shownMax).map((id) => api.get<Directive>(`/directives/${encodeURIComponent(id)}`, signal).catch(missing));
    return (await Promise.all(read)).filter((directive) => directive !== null);
  });
  const { again } = question;
  useEffect(() => live.onEvent(({ kind }) => changing.has(kind) && again()), [again]);
  return may ? question : null;
}

// One that somebody else may not see is none here.
function missing(why: unknown): null {
  if (why instanceof Problem && (why.status === 403 || why.status === 404)) return null;
  throw why;
}
