import { createContext, useContext } from 'react';
import { usePast, type Past } from '../time/past';
import { LiveStore } from './store';

/** What the components below show: the present, which changes, or a moment of the past, which nobody can change any more. */
export interface Picture {
  store: LiveStore;
  past: Past | null;
}

/** The one live picture of this page. */
export const live = new LiveStore();

/** Set by a replay, it makes all hooks of `live.ts` read another store. `PastContext`, set with it, withdraws all commands. */
export const StoreContext = createContext(live);

export function useStore(): LiveStore {
  return useContext(StoreContext);
}

export function usePicture(): Picture {
  return { store: useStore(), past: usePast() };
}
