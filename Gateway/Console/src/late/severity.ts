import type { OverdueList } from '../api/types';
import type { Role } from '../signin/claims';
import { may } from '../signin/may';

export type OverdueItem = OverdueList['items'][number];
export type Severity = 'good' | 'warn' | 'bad';

// After five minutes the preset policies escalate to the duty commander.
const badSeconds = 300;

/** Good: nothing is late. Warn: somebody sees to everything. Bad: nobody took something, or it is late by more than five minutes. */
export function severityOf(list: Pick<OverdueList, 'total' | 'byStage'>): Severity {
  if (list.total === 0) return 'good';
  return list.byStage.some((s) => s.untaken > 0 || s.worstSeconds > badSeconds) ? 'bad' : 'warn';
}

/** How many whole seconds an item is late at an instant (milliseconds since 1970), at least 0; the list itself is some seconds old. */
export function lateSecondsAt(item: Pick<OverdueItem, 'since'>, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(item.since)) / 1000));
}

/** Worst first: those that nobody took before the others, then the highest level, then the longest. */
export function worstFirst(items: readonly OverdueItem[]): OverdueItem[] {
  const level = { station: 1, supervisor: 2, dutyCommander: 3 } as const;
  const rank = (i: OverdueItem) => (i.takenBy === null ? 10 : 0) + (i.level ? level[i.level] : 0);
  return [...items].sort(
    (a, b) =>
      rank(b) - rank(a) ||
      Date.parse(a.since) - Date.parse(b.since) ||
      ((a.incidentId ?? a.callId ?? '') < (b.incidentId ?? b.callId ?? '') ? -1 : 1),
  );
}

/** Whether somebody with these roles may take over an escalation: only a supervisor may take one above the level of the station. */
export function mayTake(roles: readonly Role[], item: Pick<OverdueItem, 'level' | 'takenBy' | 'incidentId'>): boolean {
  if (item.level === null || item.takenBy !== null || item.incidentId === null) return false;
  return may({ roles }, 'takeEscalations') && (roles.includes('supervisor') || item.level === 'station');
}
