import { useEffect } from 'react';
import { api } from '../api/client';
import { answerOf } from '../asking/asked';
import { useAsked } from '../asking/useAsked';
import { live } from '../live/live';

/** The timing policy that new incidents get. */
export interface PolicyInForce {
  /** Null: nobody has chosen one. */
  name: string | null;
  /** Whether only the limits hold that every centre has: those on sending somebody. */
  builtIn?: boolean;
}

/** The policy in force; null until it is known. Read again when somebody chooses another one. */
export function usePolicy(): PolicyInForce | null {
  const { asked, again } = useAsked('policy', (signal) => api.get<PolicyInForce>('/settings/policy', signal));
  useEffect(() => live.onEvent(({ stream }) => stream.startsWith('setting/') && again()), [again]);
  return answerOf(asked);
}
