import { useEffect } from 'react';
import { request } from '../api/client';
import { signedIn } from '../api/signedIn';
import type { Presence } from '../api/types';

// This page, among all that the person has open.
const consoleId = crypto.randomUUID();

/** Whether somebody's presence is that of this very page. */
export const isHere = (one: Presence): boolean => one.consoleId === consoleId && one.subject === signedIn.subject();

// Lapses after 30 s.
const repeatMs = 10_000;

/** Tells the others which incident is open here. Best effort: nothing depends on it. */
export function usePresenceOf(incidentId: string | null): void {
  useEffect(() => {
    if (incidentId === null) return;
    const tell = (id: string | null, outlive = false) =>
      void request('POST', '/api/v1/presence', { body: { consoleId, incidentId: id }, keepalive: outlive }).catch(() => undefined);
    tell(incidentId);
    const timer = setInterval(() => tell(incidentId), repeatMs);
    const leave = () => tell(null, true);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('pagehide', leave);
      clearInterval(timer);
      tell(null);
    };
  }, [incidentId]);
}
