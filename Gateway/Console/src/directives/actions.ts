import { command } from '../api/commands';
import type { Directive } from '../api/directive';
import type { components } from '../api/schema';
import type { Attempt } from '../design/attempt';
import { live } from '../live/live';
import { serverClock } from '../time/serverClock';
import type { Order } from './order';

/** What makes a command of a form the same command when it is sent again; absent: it is another one each time. */
type Once = Attempt | undefined;

async function onDirective(id: string, tail: string, body: object, once?: Once): Promise<Directive> {
  const path = `/directives/${encodeURIComponent(id)}${tail}`;
  const occurredAt = once?.occurredAt ?? serverClock.iso();
  const directive = await command<Directive>('POST', path, { ...body, occurredAt }, once ? { key: once.key } : {});
  live.merge('directives', directive);
  return directive;
}

export type Receipt = components['schemas']['ReportOnDirective']['receipt'];
export type Group = components['schemas']['DirectiveGroup'];

export interface Report {
  outcome: string;
  narrative: string;
  final: boolean;
  /** Who took it over at a recipient's that does not sign in here; absent: nobody is named. */
  receipt?: Receipt;
  /** Where; needed by a hit. */
  place?: components['schemas']['ReportOnDirective']['place'];
  /** When the next report is due, after one that is not final. */
  nextAt?: string | null;
}

function mergeAll({ items }: Group): void {
  for (const directive of items) live.merge('directives', directive as Directive);
}

/** Issues one directive for each recipient, all or none. */
export async function issue(order: Order, once?: Once): Promise<Group> {
  const body = { ...order, occurredAt: once?.occurredAt ?? serverClock.iso() };
  const group = await command<Group>('POST', '/directives', body, once ? { key: once.key } : {});
  mergeAll(group);
  return group;
}

/** Takes back all of a group that are open. */
export async function withdrawGroup(group: string, reason: string, once?: Once): Promise<Group> {
  const body = { group, reason, occurredAt: once?.occurredAt ?? serverClock.iso() };
  const answer = await command<Group>('POST', '/directives/withdrawal', body, once ? { key: once.key } : {});
  mergeAll(answer);
  return answer;
}

/** The commands on a directive. All reject with a Problem. */
export const directives = {
  sign: (id: string, receipt?: Receipt, once?: Once) => onDirective(id, '/signing', receipt ? { receipt } : {}, once),
  /** Assigns units of its station to the incident, all or none. */
  send: (id: string, unitIds: readonly string[], once?: Once) => onDirective(id, '/sending', { unitIds, mode: 'all' }, once),
  report: (id: string, { outcome, narrative, final, receipt, place, nextAt }: Report, once?: Once) =>
    onDirective(
      id,
      '/reports',
      {
        outcome,
        final,
        ...(narrative ? { narrative } : {}),
        ...(receipt ? { receipt } : {}),
        ...(place ? { place } : {}),
        ...(nextAt ? { nextAt } : {}),
      },
      once,
    ),
  refuse: (id: string, reason: string, once?: Once) => onDirective(id, '/refusal', { reason }, once),
  giveBack: (id: string, reason: string, once?: Once) => onDirective(id, '/return', { reason }, once),
  urge: (id: string, reason: string, once?: Once) => onDirective(id, '/urging', { reason }, once),
  withdraw: (id: string, reason: string, once?: Once) => onDirective(id, '/withdrawal', { reason }, once),
  conclude: (id: string, outcome: string, note: string, once?: Once) =>
    onDirective(id, '/conclusion', { outcome, ...(note ? { note } : {}) }, once),
};
