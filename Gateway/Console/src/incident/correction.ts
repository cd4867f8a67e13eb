import type { Assignment } from '../api/types';
import { isActive } from './detail';

/** The stages whose times a supervisor can correct. */
export const correctable = ['acknowledged', 'enRoute', 'onScene', 'cleared'] as const;
export type Correctable = (typeof correctable)[number];

type Times = Pick<Assignment, 'acknowledgedAt' | 'enRouteAt' | 'onSceneAt' | 'clearedAt'>;

/** The time that stands at a stage; null: it did not happen. */
export function standsAt(times: Times, stage: Correctable): string | null {
  return times[`${stage}At`];
}

/** The stage with which a correction begins: the latest one that has a time. */
export function latestStage(times: Times): Correctable {
  return correctable.findLast((stage) => standsAt(times, stage) !== null) ?? correctable[0];
}

/** The assignment of a unit that is corrected: the one with this number; without one the active one, else its latest. */
export function correctedOne<T extends Pick<Assignment, 'unitId' | 'stage' | 'n'>>(
  assignments: readonly T[],
  unitId: string,
  number: number | undefined,
): T | undefined {
  const own = assignments.filter((a) => a.unitId === unitId);
  return own.find((a) => a.n === number && number !== undefined) ?? own.find(isActive) ?? own.at(-1);
}
