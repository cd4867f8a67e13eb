import { createContext, useContext } from 'react';
import { LiveStore } from './store';

/** A moment of the past, and by which of its two times it is meant: when things became known, or when they happened. */
export interface Past {
  at: string;
  by: 'recorded' | 'occurred';
}

/** What the components below are to show: the present, which changes, or a moment of the past, which nobody can change any more. */
export interface Picture {
  store: LiveStore;
  past: Past | null;
}

/** The one live picture of this page. */
export const live = new LiveStore();

/** Put round components, it makes all hooks of `live.ts` read another picture; nothing below it offers commands (`useMay`). */
export const PictureContext = createContext<Picture>({ store: live, past: null });

export function usePicture(): Picture {
  return useContext(PictureContext);
}

/** The moment of the past that is shown; null: the present. */
export function usePast(): Past | null {
  return useContext(PictureContext).past;
}
