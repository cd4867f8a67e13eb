import type { Assignment } from '../api/types';
import { isActive } from './detail';

/** The times of an assignment that a supervisor can put right, in the order of the work. */
export const correctable = ['assigned', 'acknowledged', 'enRoute', 'onScene', 'feedback', 'cleared'] as const;
export type Correctable = (typeof correctable)[number];

/** The stages that may be skipped; whoever knows when they were fills them in. */
const skippable = ['acknowledged', 'enRoute', 'onScene'] as const;
export type Skippable = (typeof skippable)[number];

type Times = Pick<Assignment, 'stage' | `${Correctable}At`>;

/** The time that stands at a stage; null: nobody reported it. */
export function standsAt(times: Pick<Times, `${Correctable}At`>, stage: Correctable): string | null {
  return times[`${stage}At`];
}

/** Whether its time can be taken away. That a unit was sent, and that its work is over, can only get another time. */
export const isErasable = (stage: Correctable): boolean => stage !== 'assigned' && stage !== 'cleared';

/** Whether a stage was skipped, so that a late report fills it in: it lies before the stage of the assignment, or before its end. */
export function isSkipped(times: Times, stage: Correctable): stage is Skippable {
  const at = skippable.indexOf(stage as Skippable);
  if (at < 0 || standsAt(times, stage) !== null) return false;
  return !isActive(times) || at < skippable.indexOf(times.stage as Skippable);
}

/** The stages of an assignment that have a time to be corrected, or were skipped. */
export function correctableOf(times: Times): Correctable[] {
  return correctable.filter((stage) => standsAt(times, stage) !== null || isSkipped(times, stage));
}

/** The stage with which a correction begins: the latest of the work itself that has a time; feedback may come before and after any. */
export function latestStage(times: Times): Correctable {
  return correctable.findLast((stage) => stage !== 'feedback' && standsAt(times, stage) !== null) ?? correctableOf(times)[0] ?? 'assigned';
}

/** Whether a late report of this time would come after the end of the assignment; such a report is refused. */
export function isAfterEnd({ clearedAt }: Pick<Times, 'clearedAt'>, at: string): boolean {
  return clearedAt !== null && Date.parse(at) > Date.parse(clearedAt);
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
