import type { OverdueList } from '../api/types';

export type OverdueItem = OverdueList['items'][number];
export type Severity = 'good' | 'warn' | 'bad';

// Five minutes is when the presets bring what nobody took to the duty commander.
const badSeconds = 300;

/** How bad it is at a glance: nothing; something that somebody sees to; something that nobody took, or that has gone on for long. */
export function severityOf(list: Pick<OverdueList, 'total' | 'byStage'>): Severity {
  if (list.total === 0) return 'good';
  return list.byStage.some((s) => s.untaken > 0 || s.worstSeconds > badSeconds) ? 'bad' : 'warn';
}

/** Late for how long at an instant; the list itself is some seconds old. */
export function lateSecondsAt(item: Pick<OverdueItem, 'since'>, nowMs: number): number {
  return Math.max(0, Math.floor((nowMs - Date.parse(item.since)) / 1000));
}

/** Worst first: those that nobody took before the others, then the highest level, then the longest. */
export function worstFirst(items: readonly OverdueItem[]): OverdueItem[] {
  const level = { station: 1, supervisor: 2, dutyCommander: 3 } as const;
  const rank = (i: OverdueItem) => (i.takenBy === null ? 10 : 0) + (i.level ? level[i.level] : 0);
  return [...items].sort((a, b) => rank(b) - rank(a) || Date.parse(a.since) - Date.parse(b.since) || ((a.incidentId ?? a.callId ?? '') < (b.incidentId ?? b.callId ?? '') ? -1 : 1));
}

/** Whether this person may take what was brought to a level: who is not a supervisor only what was brought to the station. */
export function mayTake(roles: readonly string[], item: Pick<OverdueItem, 'level' | 'takenBy' | 'incidentId'>): boolean {
  if (item.level === null || item.takenBy !== null || item.incidentId === null) return false;
  return roles.includes('supervisor') || (item.level === 'station' && (roles.includes('dispatcher') || roles.includes('station')));
}
