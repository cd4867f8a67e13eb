import { command, undoMs } from '../api/commands';
import { takenBack } from '../api/outbox';
import { Problem } from '../api/problem';
import type { Incident, Location, Priority, Stage, Unit } from '../api/types';
import { live } from '../live/live';
import { problemText } from '../api/problemText';
import { toast } from '../alerts/toasts';
import type { Attempt } from '../design/attempt';
import { serverClock } from '../time/serverClock';
import { busyText } from './busy';
import './naming';
import { placeWords } from './placeWords';
import { incidentWords } from './words';

/** The time of the action by the centre's clock: a command that waits for a gateway still carries it. */
const now = () => ({ occurredAt: serverClock.iso() });

async function onIncident(
  id: string,
  method: 'POST' | 'PATCH' | 'DELETE',
  tail: string,
  body?: unknown,
  more: { holdMs?: number; key?: string } = {},
): Promise<Incident> {
  const incident = await command<Incident>(method, `/incidents/${encodeURIComponent(id)}${tail}`, body, more);
  live.merge('incidents', incident);
  return incident;
}

export type Change = Partial<{ category: string; priority: Priority; location: Location | null; narrative: string; confirmed: true }>;

/** A unit, and the number of its assignment. */
type Named = { unitId: string; assignment: number | undefined };

/** The commands on an incident. Each call has its own idempotency key. All reject with a Problem. */
export const incidents = {
  assign: (id: string, unitIds: readonly string[]) => onIncident(id, 'POST', '/assignments', { unitIds, mode: 'all', ...now() }),
  /** It happened now, unless `more` says when. */
  progress: (
    id: string,
    unitId: string,
    assignment: number | undefined,
    stage: Stage,
    more: { note?: string; occurredAt?: string } = {},
  ) =>
    onIncident(id, 'POST', `/assignments/${encodeURIComponent(unitId)}/progress`, {
      stage,
      assignment,
      ...now(),
      ...more,
    }),
  async divert(id: string, unitId: string, toIncidentId: string, reason: string): Promise<void> {
    const both = await command<{ from: Incident; to: Incident }>('POST', `/incidents/${encodeURIComponent(id)}/diversions`, {
      unitId,
      toIncidentId,
      ...now(),
      ...(reason ? { reason } : {}),
    });
    live.merge('incidents', both.from);
    live.merge('incidents', both.to);
  },
  note: (id: string, text: string) => onIncident(id, 'POST', '/notes', { text }),
  change: (id: string, changes: Change) => askingWhereImplausible((confirmed) => onIncident(id, 'PATCH', '', { ...changes, ...confirmed })),
  /** It is held so that it can be taken back: see `later`. */
  close: (id: string, disposition: string, note: string, override = '') =>
    onIncident(
      id,
      'POST',
      '/closure',
      { disposition, ...(note ? { note } : {}), ...(override ? { override } : {}), ...now() },
      { holdMs: undoMs },
    ),
  reopen: (id: string, reason: string) => onIncident(id, 'POST', '/reopening', { reason, ...now() }),
  link: (id: string, incidentId: string, relation: 'duplicateOf' | 'relatedTo') =>
    onIncident(id, 'POST', '/links', { incidentId, relation }),
  /** It is held so that it can be taken back: see `later`. */
  unlink: (id: string, incidentId: string) =>
    onIncident(id, 'DELETE', `/links/${encodeURIComponent(incidentId)}`, undefined, { holdMs: undoMs }),
  /** Without a unit: the centre settled it, or a station did. */
  feedback: (
    id: string,
    body: (Named | { unitId: null; assignment: undefined }) & {
      outcome: string;
      narrative: string | null;
      results: Record<string, number>;
    },
  ) => onIncident(id, 'POST', '/feedback', { ...body, ...now() }),
  correct: (id: string, body: Named & { stage: string; occurredAt: string | null; reason: string }) =>
    onIncident(id, 'POST', '/corrections', body),
  /** Priority, and the station or body that answers for it. */
  assess: (id: string, body: { priority: number; owner: string; note?: string }, { key, occurredAt }: Attempt) =>
    onIncident(id, 'POST', '/assessment', { ...body, occurredAt }, { key }),
  addParty: (id: string, party: object, { key, occurredAt }: Attempt) =>
    onIncident(id, 'POST', '/parties', { ...party, occurredAt }, { key }),
  changeParty: (id: string, n: number, changes: object, { key, occurredAt }: Attempt) =>
    onIncident(id, 'PATCH', `/parties/${n}`, { ...changes, occurredAt }, { key }),
  urge: (id: string, stage: string, unitId: string | null, reason: string) =>
    onIncident(id, 'POST', '/urging', { stage, ...(unitId ? { unitId } : {}), reason }),
};

export const units = {
  /** Going off duty is held so that it can be taken back: see `later`. */
  async duty(id: string, body: { onDuty: boolean; outOfService?: string | null; crew?: string[] }): Promise<Unit> {
    const more = body.onDuty ? {} : { holdMs: undoMs };
    const unit = await command<Unit>('POST', `/units/${encodeURIComponent(id)}/duty`, { ...body, ...now() }, more);
    live.merge('units', unit);
    return unit;
  },
  async receive(visitor: { id: string; callSign: string; kind: string; agency: string; capabilities: string[] }): Promise<void> {
    live.merge('units', await command<Unit>('POST', '/units/visiting', visitor));
  },
  message: (id: string, text: string, incidentId: string | null) =>
    command('POST', `/units/${encodeURIComponent(id)}/messages`, { text, incidentId, ...now() }),
};

/** Runs a command with a place. Where nobody expects that place, the person is asked, and the command is sent again, confirmed. */
export async function askingWhereImplausible<T>(run: (confirmed: { confirmed?: true }) => Promise<T>): Promise<T> {
  try {
    return await run({});
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'implausiblePlace' || !confirm(placeWords.now().implausible)) throw error;
    return run({ confirmed: true });
  }
}

/** Why a command failed, for people. */
export const failureText = (error: unknown): string =>
  error instanceof Problem && error.units.length > 0 ? busyText(error.units) : problemText(error);

/** Runs a command for a dialog: null: done, with a toast if there is something to say; a text: why not, to be shown in the dialog. */
export async function outcomeOf(run: () => Promise<unknown>, good?: string): Promise<string | null> {
  try {
    await run();
    if (good) toast('good', good);
    return null;
  } catch (error) {
    return failureText(error);
  }
}

/**
 * Runs a command that is held for some seconds, while every screen offers to take it back. What comes of it is said by name: that it is
 * done here, that it was refused by the frame.
 */
export function later(run: () => Promise<unknown>, good: string): void {
  run().then(
    () => toast('good', good),
    (error: unknown) => {
      if (!(error instanceof Problem)) toast('bad', problemText(error));
      else if (error.code === takenBack) toast('info', incidentWords.now().takenBack);
    },
  );
}

/** Runs a command and shows its outcome as a toast; false: it was refused. */
export async function attempt(run: () => Promise<unknown>, good?: string): Promise<boolean> {
  try {
    await run();
    if (good) toast('good', good);
    return true;
  } catch (error) {
    toast('bad', failureText(error));
    return false;
  }
}
