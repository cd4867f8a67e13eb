import { useSyncExternalStore } from 'react';
import type { DialogKind } from './detail';

/** A dialog of an incident that was asked for elsewhere than on its page: by the command line. The frame shows it on every screen. */
export interface OpenedDialog {
  kind: DialogKind;
  incidentId: string;
}

let opened: OpenedDialog | null = null;
const listeners = new Set<() => void>();

function set(next: OpenedDialog | null): void {
  opened = next;
  for (const listener of listeners) listener();
}

export const openDialog = (kind: DialogKind, incidentId: string): void => set({ kind, incidentId });
export const closeDialog = (): void => set(null);

export function useOpenedDialog(): OpenedDialog | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => opened,
  );
}
