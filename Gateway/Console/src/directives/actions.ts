import { command } from '../api/commands';
import type { Directive } from '../api/directive';
import { live } from '../live/live';
import { serverClock } from '../time/serverClock';

async function onDirective(id: string, tail: string, body: object): Promise<void> {
  const path = `/directives/${encodeURIComponent(id)}${tail}`;
  live.merge('directives', await command<Directive>('POST', path, { ...body, occurredAt: serverClock.iso() }));
}

export interface Report {
  outcome: string;
  narrative: string;
  final: boolean;
}

/** The commands on a directive. Each call has its own idempotency key. All reject with a Problem. */
export const directives = {
  sign: (id: string) => onDirective(id, '/signing', {}),
  report: (id: string, { outcome, narrative, final }: Report) =>
    onDirective(id, '/reports', { outcome, final, ...(narrative ? { narrative } : {}) }),
  refuse: (id: string, reason: string) => onDirective(id, '/refusal', { reason }),
  giveBack: (id: string, reason: string) => onDirective(id, '/return', { reason }),
  urge: (id: string, reason: string) => onDirective(id, '/urging', { reason }),
};
