import { command } from '../api/commands';
import { Problem } from '../api/problem';
import { api, query } from '../api/client';
import type { Recommendation } from '../api/types';
import { issue } from '../directives/actions';
import { recipientOf } from '../directives/recipient';
import { incidents, later, units } from '../incident/actions';
import { busyText } from '../incident/busy';
import { isActive, wasAttended } from '../incident/detail';
import { spokenById } from '../incident/naming';
import { openDialog } from '../incident/opened';
import { splitNumber, terms } from '../incident/terms';
import { incidentWords } from '../incident/words';
import { live } from '../live/live';
import { go } from '../routing/router';
import { problemText } from '../api/problemText';
import { serverClock } from '../time/serverClock';
import type { Parsed } from './parse';
import { commandWords } from './words';

type Good = Extract<Parsed, { ok: true }>;

const stages = { ak: 'acknowledged', en: 'enRoute', on: 'onScene', cl: 'cleared', can: 'cancelled' } as const;

/** A line that failed: why, and a line to try instead. */
export interface Refusal {
  text: string;
  instead: string | null;
}

/** The outcome of a line: refused, or done and what is to be said of it; null: nothing. */
export type Outcome = { ok: false; refusal: Refusal } | { ok: true; said: string | null };

const refused = (text: string, instead: string | null): Outcome => ({ ok: false, refusal: { text, instead } });
const done = (said: string | null): Outcome => ({ ok: true, said });

/** Carries out a parsed line. */
export async function run(line: Good): Promise<Outcome> {
  try {
    return await carryOut(line);
  } catch (error) {
    if (line.verb === 'as' && error instanceof Problem && error.units.length > 0)
      return refused(busyText(error.units), await nextBest(line, error));
    return refused(problemText(error), null);
  }
}

async function carryOut({ verb, incidentId, unitIds, text, stationIds = [], kind = '' }: Good): Promise<Outcome> {
  const words = commandWords.now();
  const unit = unitIds[0] ?? '';
  const holder = live.units.get(unit)?.incidentId ?? null;
  switch (verb) {
    case 'go':
      go(incidentId ? `/incidents/${encodeURIComponent(incidentId)}` : `/units/${encodeURIComponent(unit)}`);
      return done(null);
    case 'as':
      await incidents.assign(incidentId!, unitIds);
      return done(words.said.as(unitIds.join(', '), spokenById(incidentId!)));
    case 'note':
      await incidents.note(incidentId!, text);
      return done(words.said.note(spokenById(incidentId!)));
    case 'zl': {
      const to = [...stationIds.map((id) => recipientOf(`station/${id}`)), ...unitIds.map((id) => recipientOf(`unit/${id}`))];
      const group = await issue({ to, kind, text, incidentId });
      return done(words.said.zl(group.items.map((d) => splitNumber(d.number)[1]).join(', '), spokenById(incidentId!)));
    }
    case 'close':
      close(incidentId!, text);
      return done(null);
    case 'msg':
      if (incidentId)
        await command('POST', `/incidents/${encodeURIComponent(incidentId)}/messages`, { text, occurredAt: serverClock.iso() });
      else await units.message(unit, text, holder);
      return done(words.said.msg(incidentId ? spokenById(incidentId) : unit));
    case 'duty':
      await units.duty(unit, { onDuty: true });
      return done(words.said.duty(unit));
    case 'off':
      later(() => units.duty(unit, { onDuty: false }), words.said.off(unit));
      return done(null);
    case 'div':
      if (!holder) return refused(words.notOn(unit), `as ${shortNumber(incidentId!)} ${unit}`);
      await incidents.divert(holder, unit, incidentId!, text);
      return done(words.said.div(unit, spokenById(holder), spokenById(incidentId!)));
    default:
      if (!holder) return refused(words.notOn(unit), null);
      await incidents.progress(holder, unit, assignmentOf(holder, unit), stages[verb], text ? { note: text } : {});
      return done(words.said.progress(unit, terms.now().stage[stages[verb]], spokenById(holder)));
  }
}

/** The number of the assignment that the unit is on, as this page sees it. */
function assignmentOf(incidentId: string, unitId: string): number | undefined {
  return live.incidents.get(incidentId)?.assignments.find((a) => a.unitId === unitId && isActive(a))?.n;
}

/** It can be taken back for some seconds; where nobody was on scene, a dialog first asks why. */
function close(id: string, disposition: string): void {
  const incident = live.incidents.get(id);
  if (incident && !wasAttended(incident)) openDialog({ is: 'close', disposition }, id);
  else later(() => incidents.close(id, disposition, ''), incidentWords.now().closedOne(spokenById(id)));
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
