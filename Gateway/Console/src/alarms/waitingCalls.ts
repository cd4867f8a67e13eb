import { useEffect, useState } from 'react';
import { api, query } from '../api/client';
import type { Call, OverdueList, Page } from '../api/types';
import { live, useFeedState } from '../live/live';
import { withRinging } from './ringing';

/** Ringing calls beyond these are not listed: the bar then says that there are more. */
export const ringingMax = 200;
// The first page of the late list has the worst; calls to be called back beyond it show when others are seen to.
const lateMax = 200;
// Calls become due without an event that this page gets, for instance when another one of the same number is answered.
const againMs = 30_000;
// Events of calls and directives come in crowds: the list is asked for once after them.
const restMs = 500;

export type LateItem = OverdueList['items'][number];

/** What waits and is on no board: calls that ring, callers to be called back, and directives that were refused. */
export interface WaitingCalls {
  ringing: readonly Call[];
  callBacks: readonly LateItem[];
  refused: readonly LateItem[];
  /** Whether the last question failed: then the lists are as old as the failure, and the bar says so. */
  failed: boolean;
}

const nobody: WaitingCalls = { ringing: [], callBacks: [], refused: [], failed: false };

/** The calls that wait, kept up to date by the feed. Asked for again when the feed comes back, since the board has no calls. */
export function useWaitingCalls(wanted: boolean): WaitingCalls {
  const [waiting, setWaiting] = useState(nobody);
  const isLive = useFeedState().is === 'live';
  useEffect(() => {
    if (!wanted) return setWaiting(nobody);
    const stop = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const askAfter = (ms: number) => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), ms);
    };
    async function ask() {
      try {
        const [calls, late] = await Promise.all([
          api.get<Page<Call>>(`/calls${query({ status: 'ringing', limit: ringingMax })}`, stop.signal),
          api.get<OverdueList>(`/overdue${query({ limit: lateMax })}`, stop.signal),
        ]);
        const of = (kind: string) => late.items.filter((i) => (i.kind as string) === kind);
        const [callBacks, refused] = [of('callBackDue'), of('refused')];
        if (!stop.signal.aborted) setWaiting({ ringing: calls.items, callBacks, refused, failed: false });
      } catch {
        if (!stop.signal.aborted) setWaiting((known) => ({ ...known, failed: true }));
      }
      if (!stop.signal.aborted) askAfter(againMs);
    }
    const off = live.onEvent(({ stream, call }) => {
      if (!stream.startsWith('call/') && !stream.startsWith('directive/')) return;
      // A call that stops ringing is silent at once; a new one is shown without asking.
      if (call) setWaiting((known) => ({ ...known, ringing: withRinging(known.ringing, call) }));
      askAfter(restMs);
    });
    askAfter(0);
    return () => {
      stop.abort();
      clearTimeout(timer);
      off();
    };
  }, [wanted, isLive]);
  return waiting;
}
