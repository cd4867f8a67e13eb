import { command } from '../api/commands';
import { Problem } from '../api/problem';
import { api, query } from '../api/client';
import type { Recommendation } from '../api/types';
import { incidents, units } from '../incident/actions';
import { busyText } from '../incident/busy';
import { isActive } from '../incident/detail';
import { splitNumber } from '../incident/terms';
import { live } from '../live/live';
import { go } from '../routing/router';
import { problemText } from '../api/problemText';
import { serverClock } from '../time/serverClock';
import type { Parsed } from './parse';
import { commandWords } from './words';

type Good = Extract<Parsed, { ok: true }>;

const stages = { ak: 'acknowledged', en: 'enRoute', on: 'onScene', cl: 'cleared', can: 'cancelled' } as const;

/** The outcome of a line; null: done. Else why it failed, and a line to try instead. */
export interface Refusal {
  text: string;
  instead: string | null;
}

/** Carries out a parsed line. */
export async function run(line: Good): Promise<Refusal | null> {
  try {
    return await carryOut(line);
  } catch (error) {
    if (line.verb === 'as' && error instanceof Problem && error.units.length > 0)
      return { text: busyText(error.units), instead: await nextBest(line, error) };
    return { text: problemText(error), instead: null };
  }
}

async function carryOut({ verb, incidentId, unitIds, text }: Good): Promise<Refusal | null> {
  const unit = unitIds[0] ?? '';
  const holder = live.units.get(unit)?.incidentId ?? null;
  switch (verb) {
    case 'go':
      go(incidentId ? `/incidents/${encodeURIComponent(incidentId)}` : `/units/${encodeURIComponent(unit)}`);
      return null;
    case 'as':
      await incidents.assign(incidentId!, unitIds);
      return null;
    case 'note':
      await incidents.note(incidentId!, text);
      return null;
    case 'close':
      await incidents.close(incidentId!, text, '');
      return null;
    case 'msg':
      if (incidentId)
        await command('POST', `/incidents/${encodeURIComponent(incidentId)}/messages`, { text, occurredAt: serverClock.iso() });
      else await units.message(unit, text, holder);
      return null;
    case 'duty':
    case 'off':
      await units.duty(unit, { onDuty: verb === 'duty' });
      return null;
    case 'div':
      if (!holder) return { text: commandWords.now().notOn(unit), instead: `as ${shortNumber(incidentId!)} ${unit}` };
      await incidents.divert(holder, unit, incidentId!, text);
      return null;
    default:
      if (!holder) return { text: commandWords.now().notOn(unit), instead: null };
      await incidents.progress(holder, unit, assignmentOf(holder, unit), stages[verb], text);
      return null;
  }
}

/** The number of the assignment that the unit is on, as this page sees it. */
function assignmentOf(incidentId: string, unitId: string): number | undefined {
  return live.incidents.get(incidentId)?.assignments.find((a) => a.unitId === unitId && isActive(a))?.n;
}

function shortNumber(id: string): string {
  return splitNumber(live.incidents.get(id)?.number ?? id)[1].replace(/^0+(?=\d)/, '');
}

/** The same line with the next best units in place of those that were taken. */
async function nextBest(line: Good, problem: Problem): Promise<string | null> {
  const refused = new Set(problem.units.map((u) => u.unitId));
  const wanted = line.unitIds.filter((u) => !refused.has(u));
  try {
    const best = await api.get<Recommendation[]>(
      `/incidents/${encodeURIComponent(line.incidentId!)}/recommendations${query({ count: line.unitIds.length + refused.size })}`,
    );
    // Where nobody knows who is near, none is next best.
    for (const { unitId } of best.filter((one) => one.etaSeconds !== null))
      if (wanted.length < line.unitIds.length && !refused.has(unitId) && !wanted.includes(unitId)) wanted.push(unitId);
  } catch {
    // Then there is nothing to offer but those that are free.
  }
  return wanted.length > 0 ? `as ${shortNumber(line.incidentId!)} ${wanted.join(' ')}` : null;
}
