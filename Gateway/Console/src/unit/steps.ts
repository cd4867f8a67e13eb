import type { Assignment, BoardIncident, Unit, UnitStatus } from '../api/types';
import { isActive } from '../incident/detail';
import type { Report, ReportKind } from './reports';

/** The steps that a unit reports of an incident, in order: 签收 出动 到场 反馈 清场. */
export const stepKinds = ['acknowledged', 'enRoute', 'onScene', 'feedback', 'cleared'] as const;
export type StepKind = (typeof stepKinds)[number];

/** A step: done, pressed but not sent yet, the next, later, or left out; and the time of the step or of the press. */
export interface Step {
  kind: StepKind;
  is: 'done' | 'waiting' | 'next' | 'later' | 'skipped';
  at: string | null;
}

/** The assignment of a unit that counts: the active one, else its latest. */
export function assignmentOf(incident: Pick<BoardIncident, 'assignments'>, unitId: string): Assignment | null {
  const own = incident.assignments.filter((a) => a.unitId === unitId);
  return own.find(isActive) ?? own.at(-1) ?? null;
}

/**
 * Whether a report is for this assignment: the one that it names. One that an older page kept names none: it is for what the unit was on
 * when it was pressed, as the centre takes it.
 */
export function isFor(report: Report, incidentId: string, assignment: Assignment): boolean {
  if (!report.path.startsWith(`/incidents/${incidentId}/`)) return false;
  const named = report.body['assignment'];
  return typeof named === 'number' ? named === assignment.n : !(Date.parse(report.at) < Date.parse(assignment.assignedAt ?? report.at));
}

/** The steps of an assignment, with reports that wait to be sent, and the next one. */
export function stepsOf(assignment: Assignment, waiting: readonly Report[], incidentId: string): Step[] {
  const pressed = new Map<ReportKind, string>();
  for (const report of waiting) if (isFor(report, incidentId, assignment)) pressed.set(report.kind, report.at);
  const times: Record<StepKind, string | null> = {
    acknowledged: assignment.acknowledgedAt,
    enRoute: assignment.enRouteAt,
    onScene: assignment.onSceneAt,
    feedback: assignment.feedbackAt,
    cleared: assignment.clearedAt,
  };
  const steps = stepKinds.map((kind): Step =>
    times[kind]
      ? { kind, is: 'done', at: times[kind] }
      : pressed.has(kind)
        ? { kind, is: 'waiting', at: pressed.get(kind)! }
        : { kind, is: 'later', at: null },
  );
  // A unit on scene was on the way: stages before the furthest one were left out, and are not asked for again. Feedback always is.
  const furthest = steps.findLastIndex((s) => s.at !== null && s.kind !== 'feedback');
  let next: Step | undefined;
  steps.forEach((step, i) => {
    if (step.at !== null) return;
    if (i < furthest && step.kind !== 'feedback') step.is = 'skipped';
    else if (!next) (next = step).is = 'next';
  });
  return steps;
}

/** Whether the unit's work on it is over, counting reports that wait to be sent. */
export function isOver(assignment: Assignment | null, waiting: readonly Report[], incidentId: string): boolean {
  return (
    !assignment ||
    !isActive(assignment) ||
    waiting.some((r) => (r.kind === 'cleared' || r.kind === 'declined') && isFor(r, incidentId, assignment))
  );
}

/** A unit can decline only before it is on the way. */
export function mayDecline(steps: readonly Step[]): boolean {
  return steps.every((s) => s.kind === 'acknowledged' || s.kind === 'feedback' || s.at === null);
}

const statusAfter: Partial<Record<ReportKind, UnitStatus>> = {
  acknowledged: 'assigned',
  enRoute: 'enRoute',
  onScene: 'onScene',
  cleared: 'available',
  declined: 'available',
};

/** The unit's status, counting reports that wait to be sent; for the assignment that it is on, where that is known. */
export function statusOf(
  unit: Pick<Unit, 'status' | 'incidentId'>,
  waiting: readonly Report[],
  assignment: Assignment | null = null,
): UnitStatus {
  let { status } = unit;
  for (const report of waiting)
    if (report.kind === 'duty') status = report.body['onDuty'] === true ? 'available' : 'offDuty';
    else if (assignment ? isFor(report, unit.incidentId ?? '', assignment) : report.path.startsWith(`/incidents/${unit.incidentId}/`))
      status = statusAfter[report.kind] ?? status;
  return status;
}
