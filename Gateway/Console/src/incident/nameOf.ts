import type { Assignment, Incident } from '../api/types';
import { formats } from '../i18n/format';

/** The unit of an assignment; one that was sent more than once with the time at which it was sent: "P01 · 14:05:09". */
export function nameOf({ unitId, assignedAt }: Assignment, { assignments }: Pick<Incident, 'assignments'>): string {
  const once = assignments.filter((a) => a.unitId === unitId).length === 1;
  return once || !assignedAt ? unitId : `${unitId} · ${formats().time(assignedAt)}`;
}
