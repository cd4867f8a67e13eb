import type { Call } from '../api/types';

/** The list after a call changed: replaced, inserted by its time, or removed when it no longer matches the search. */
export function withCall(calls: readonly Call[], call: Call, status: Call['status'] | '', text: string): Call[] {
  const known = calls.find((c) => c.id === call.id);
  if (known && known.version >= call.version) return [...calls];
  // The feed carries no caller's number: a known call keeps the one that was read.
  const newest = known ? { ...call, callerNumber: known.callerNumber } : call;
  const others = calls.filter((c) => c.id !== call.id);
  if (!isLookedFor(newest, status, text, known !== undefined)) return others;
  const at = others.findIndex((c) => receivedAt(c) <= receivedAt(newest));
  return at < 0 ? [...others, newest] : [...others.slice(0, at), newest, ...others.slice(at)];
}

function isLookedFor(call: Call, status: Call['status'] | '', text: string, wasFound: boolean): boolean {
  if (status !== '' && call.status !== status) return false;
  const wanted = text.trim().toLocaleLowerCase();
  if (wanted === '' || wasFound) return true;
  return [call.narrative, call.location?.address, call.line].some((t) => t?.toLocaleLowerCase().includes(wanted));
}

const receivedAt = (call: Call): number => Date.parse(call.ringingAt ?? call.answeredAt ?? call.endedAt ?? call.disposition?.at ?? '') || 0;
