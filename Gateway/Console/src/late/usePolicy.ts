import { useEffect, useState } from 'react';
import { api } from '../api/client';
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
  const [policy, setPolicy] = useState<PolicyInForce | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const ask = () =>
      void api.get<PolicyInForce>('/settings/policy', stop.signal).then(setPolicy, () => !stop.signal.aborted && setPolicy(null));
    ask();
    const off = live.onEvent(({ stream }) => stream.startsWith('setting/') && ask());
    return () => {
      stop.abort();
      off();
    };
  }, []);
  return policy;
}
