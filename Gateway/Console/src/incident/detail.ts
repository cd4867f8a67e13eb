import type { Assignment, BoardIncident, Clock, Feedback, Incident } from '../api/types';
import type { FeedEvent } from '../live/store';

type Attached = NonNullable<Incident['directives']>[number];

/** A dialog of the incident's page, with the unit and the number of the assignment that it is about. */
export type DialogKind =
  | { is: 'note' | 'edit' | 'link' | 'reopen' | 'ownFeedback' }
  | { is: 'close'; disposition?: string }
  | { is: 'feedback' | 'divert' | 'correct'; unitId: string; assignment: number | undefined };

/** Whether a unit still works on the incident: it was neither cleared nor declined, recalled or diverted. */
export const isActive = ({ stage }: Pick<Assignment, 'stage'>): boolean =>
  stage === 'assigned' || stage === 'acknowledged' || stage === 'enRoute' || stage === 'onScene';

/** Whether somebody was on scene. An incident to which nobody went is closed with a reason. */
export const wasAttended = ({ assignments }: { assignments: readonly Pick<Assignment, 'onSceneAt'>[] }): boolean =>
  assignments.some((a) => a.onSceneAt !== null);

/**
 * An incident that is open on the screen, after an event. It is asked for once; then the board's item and the events' data keep it up to
 * date, so that a thousand consoles that look at one fire ask nothing when something happens to it.
 */
export function follow(detail: Incident, event: FeedEvent): Incident {
  // The view of an append is that of its last event: the others of it are not behind it.
  if (event.version <= detail.version) return event.kind === 'DirectiveAttached' ? withDirective(detail, event) : detail;
  const next = event.view ? merge(detail, event.view as BoardIncident) : { ...detail, version: event.version };
  const data = event.data;
  switch (event.kind) {
    case 'FeedbackGiven':
      return { ...next, feedback: [...detail.feedback, { station: null, ...(data as unknown as Feedback), occurredAt: event.occurredAt }] };
    case 'CallJoined': {
      if (detail.calls.some((c) => c.id === data['callId'])) return next;
      // The feed carries no caller's number.
      const call = { id: String(data['callId']), callerNumber: null, answeredAt: (data['answeredAt'] as string | null) ?? null };
      return { ...next, calls: [...detail.calls, call].slice(0, callsShownMax) };
    }
    case 'CallLeft':
      return { ...next, calls: detail.calls.filter((c) => c.id !== data['callId']) };
    case 'DirectiveAttached':
      return withDirective(next, event);
    case 'DirectiveMoved': {
      const { directiveId, status, late } = data as unknown as { directiveId: string } & Pick<Attached, 'status' | 'late'>;
      return { ...next, directives: (detail.directives ?? []).map((d) => (d.id === directiveId ? { ...d, status, late } : d)) };
    }
    case 'EvidenceAdded':
      return { ...next, evidenceCount: (detail.evidenceCount ?? 0) + 1 };
    case 'IncidentChanged': {
      const narrative = (data['changes'] as { narrative?: { to: string | null } } | undefined)?.narrative;
      return narrative ? { ...next, narrative: narrative.to } : next;
    }
    case 'IncidentClosed':
      return {
        ...next,
        status: 'closed',
        closedAt: event.occurredAt,
        disposition: data['disposition'] as string,
        valid: data['valid'] !== false,
        unattendedSince: null,
        // The board has it no more: nobody else says that its units were cleared.
        assignments: detail.assignments.map((a) => (isActive(a) ? { ...a, stage: 'cleared' as const, clearedAt: event.occurredAt } : a)),
        clocks: settle(detail.clocks, [], event.occurredAt),
      };
    default:
      return next;
  }
}

/** With a directive that was just issued, unless it is known. */
function withDirective(detail: Incident, { data }: FeedEvent): Incident {
  const { directiveId, kind, to } = data as unknown as { directiveId: string; kind: string; to: Attached['to'] };
  const known = detail.directives ?? [];
  if (known.some((d) => d.id === directiveId)) return detail;
  return { ...detail, directives: [{ id: directiveId, kind, to, status: 'issued', late: false }, ...known] };
}

// The contract lists no more.
const callsShownMax = 20;

/** Whether the incident must be asked for again: what happens to a closed one is not on the board, and not all of it in its event. */
export function mustAskAgain(detail: Incident, event: FeedEvent): boolean {
  // The feed carries nothing personal of a party.
  if (event.kind === 'PartyAdded' || event.kind === 'PartyChanged') return true;
  return detail.status === 'closed' && !event.view && event.version > detail.version;
}

/** The incident with the board's newer values; texts and calls, which the board leaves out, stay. */
export function merge(detail: Incident, item: BoardIncident): Incident {
  if (item.version < detail.version) return detail;
  const { summary: _summary, ...board } = item;
  return { ...detail, ...board, clocks: settle(detail.clocks, item.clocks, null) };
}

const keyOf = (c: Clock) => `${c.stage}/${c.unitId ?? ''}/${c.startedAt}`;

/**
 * The board shows running clocks only. A clock that ran and is gone was met or is void: the time of its stage says which. `at` is when that
 * happened; null: not known.
 */
function settle(known: readonly Clock[], running: readonly Clock[], at: string | null): Clock[] {
  const now = new Map(running.map((c) => [keyOf(c), c]));
  const kept = known.map((c) => {
    const newer = now.get(keyOf(c));
    if (newer) {
      now.delete(keyOf(c));
      return newer;
    }
    return c.state === 'running' ? { ...c, state: 'met' as const, metAt: at } : c;
  });
  return [...kept, ...now.values()];
}
