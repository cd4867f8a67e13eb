import { useEffect } from 'react';
import { api } from '../api/client';
import { useAsked, type Question } from '../asking/useAsked';
import { live } from '../live/live';
import type { Closing } from './closing';

/** What the centre has set. Read again when it is set anew. */
export function useClosing(): Question<Closing> {
  const question = useAsked('closing', (signal) => api.get<Closing>('/settings/closing', signal));
  const { again } = question;
  useEffect(() => live.onEvent(({ stream }) => stream === 'setting/closing' && again()), [again]);
  return question;
}
