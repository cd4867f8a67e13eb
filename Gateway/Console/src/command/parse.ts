import { findIncident, type NumberedIncidents } from '../incident/number';
import { splitNumber } from '../incident/terms';

/** The first word of a line. It is followed by an incident (the end of its number), units, or text. */
export type Verb = 'as' | 'ak' | 'en' | 'on' | 'cl' | 'can' | 'div' | 'note' | 'msg' | 'close' | 'go' | 'duty' | 'off' | 'zl';

export interface CommandSpec {
  verb: Verb;
  /** The arguments: `incident` or `unit` once, `units` one or more, `recipients` with commas between them, `text` the rest. */
  takes: readonly ('incident' | 'unit' | 'units' | 'text' | 'target' | 'recipients' | 'kind')[];
  example: string;
}

export const commandSpecs: readonly CommandSpec[] = [
  { verb: 'as', takes: ['incident', 'units'], example: 'as 12 P07 P08' },
  { verb: 'ak', takes: ['unit'], example: 'ak P07' },
  { verb: 'en', takes: ['unit'], example: 'en P07' },
  { verb: 'on', takes: ['unit'], example: 'on P07' },
  { verb: 'cl', takes: ['unit'], example: 'cl P07' },
  { verb: 'can', takes: ['unit', 'text'], example: 'can P07' },
  { verb: 'div', takes: ['unit', 'incident', 'text'], example: 'div P07 15 closer' },
  { verb: 'note', takes: ['incident', 'text'], example: 'note 12 door is open' },
  { verb: 'msg', takes: ['target', 'text'], example: 'msg P07 use the back door' },
  { verb: 'zl', takes: ['incident', 'recipients', 'kind', 'text'], example: 'zl 12 guhan dissuade see him at once' },
  { verb: 'close', takes: ['incident', 'text'], example: 'close 12 settled' },
  { verb: 'duty', takes: ['unit'], example: 'duty P07' },
  { verb: 'off', takes: ['unit', 'text'], example: 'off P07' },
  { verb: 'go', takes: ['target'], example: 'go 12' },
];

/** The incidents and units of the board, which the words may name. */
export interface Known extends NumberedIncidents {
  units: readonly { id: string; callSign: string; incidentId: string | null }[];
  stations: readonly { id: string; name: string }[];
  /** The kinds of directives that need nothing more than a text, with the words for each. */
  kinds: readonly { kind: string; words: readonly string[] }[];
}

export type Parsed =
  | { ok: true; verb: Verb; incidentId: string | null; unitIds: string[]; text: string; stationIds?: string[]; kind?: string }
  | {
      ok: false;
      problem:
        | 'empty'
        | 'unknownVerb'
        | 'missing'
        | 'noIncident'
        | 'manyIncidents'
        | 'noUnit'
        | 'manyUnits'
        | 'noRecipient'
        | 'noKind'
        | 'tooMuch';
      word: string;
      expected: CommandSpec | null;
    };

/** The unit that has the word as its id or its call sign. Who answers is never guessed: two that fit are none. */
export function findUnit(word: string, known: Known): { id: string } | 'noUnit' | 'manyUnits' {
  const wanted = bare(word);
  const fitting = known.units.filter((u) => bare(u.id) === wanted || bare(u.callSign) === wanted);
  if (fitting.length > 1) return 'manyUnits';
  return fitting[0] ? { id: fitting[0].id } : 'noUnit';
}

/** As call signs are compared: P7 is p07, and spaces do not count. */
const bare = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/(?<!\d)0+(?=\d)/g, '');

const needText: readonly Verb[] = ['note', 'msg', 'close', 'zl'];

export function parse(line: string, known: Known): Parsed {
  const words = line.trim().split(/\s+/).filter(Boolean);
  const first = words.shift();
  if (first === undefined) return { ok: false, problem: 'empty', word: '', expected: null };
  const spec = commandSpecs.find((s) => s.verb === first.toLowerCase());
  if (!spec) return { ok: false, problem: 'unknownVerb', word: first, expected: null };
  const found: Found = { incidentId: null, unitIds: [], text: '' };
  const no = (problem: Exclude<Parsed, { ok: true }>['problem'], word: string): Parsed => ({ ok: false, problem, word, expected: spec });
  for (const part of spec.takes) {
    if (part === 'text') {
      found.text = words.splice(0).join(' ');
      continue;
    }
    const word = words.shift();
    if (word === undefined) return no('missing', '');
    const problem = take(part, word, words, known, found);
    if (problem) return no(problem.problem, problem.word);
  }
  if (words.length > 0) return no('tooMuch', words[0]!);
  if (found.text === '' && needText.includes(spec.verb)) return no('missing', '');
  return { ok: true, verb: spec.verb, ...found };
}

type Found = Omit<Extract<Parsed, { ok: true }>, 'ok' | 'verb'>;
type Fault = { problem: Exclude<Extract<Parsed, { ok: false }>['problem'], 'empty'>; word: string } | null;

function take(
  part: Exclude<CommandSpec['takes'][number], 'text'>,
  word: string,
  rest: string[],
  known: Known,
  into: Found,
): Fault {
  if (part === 'recipients') return takeRecipients(word, known, into);
  if (part === 'kind') {
    const wanted = word.toLowerCase();
    const kind = known.kinds.find(({ kind: code, words }) => [code, ...words].some((name) => name.toLowerCase() === wanted));
    if (!kind) return { problem: 'noKind', word };
    into.kind = kind.kind;
    return null;
  }
  if (part === 'incident' || part === 'target') {
    const incident = findIncident(word, known);
    if (typeof incident === 'object') {
      into.incidentId = incident.id;
      return null;
    }
    if (part === 'incident' || incident === 'manyIncidents') return { problem: incident, word };
  }
  for (const one of part === 'units' ? [word, ...rest.splice(0)] : [word]) {
    const unit = findUnit(one, known);
    if (unit === 'noUnit') return { problem: part === 'target' ? 'noIncident' : unit, word: one };
    if (unit === 'manyUnits') return { problem: unit, word: one };
    if (!into.unitIds.includes(unit.id)) into.unitIds.push(unit.id);
  }
  return null;
}

/** Stations and bodies by id or name, units by id or call sign. */
function takeRecipients(line: string, known: Known, into: Found): Fault {
  into.stationIds = [];
  for (const word of line.split(/[,，、]/).filter(Boolean)) {
    const wanted = bare(word);
    const stations = known.stations.filter(({ id, name }) => bare(id) === wanted || bare(name) === wanted);
    if (stations.length === 1) {
      if (!into.stationIds.includes(stations[0]!.id)) into.stationIds.push(stations[0]!.id);
      continue;
    }
    const unit = findUnit(word, known);
    if (unit === 'manyUnits') return { problem: unit, word };
    if (unit === 'noUnit') return { problem: 'noRecipient', word };
    if (!into.unitIds.includes(unit.id)) into.unitIds.push(unit.id);
  }
  return into.stationIds.length + into.unitIds.length > 0 ? null : { problem: 'noRecipient', word: line };
}

/** The most completions that are offered. */
const completionsMax = 8;

export interface Completion {
  /** The whole line with it. */
  line: string;
  label: string;
}

/** Completes the word that is being typed: verbs, ends of numbers, units that are fit for the verb first. */
export function complete(line: string, known: Known, fit: (unitId: string, verb: Verb) => boolean): Completion[] {
  const words = line.trimStart().split(/\s+/);
  const word = words.at(-1) ?? '';
  const before = words.slice(0, -1);
  const withIt = (label: string): Completion => ({ line: [...before, label].join(' ') + ' ', label });
  if (before.length === 0)
    return commandSpecs
      .filter((s) => s.verb.startsWith(word.toLowerCase()))
      .slice(0, completionsMax + 6)
      .map((s) => withIt(s.verb));
  const spec = commandSpecs.find((s) => s.verb === before[0]!.toLowerCase());
  const part = spec?.takes[Math.min(before.length - 1, spec.takes.length - 1)];
  if (!spec || part === undefined || part === 'text') return [];
  if (part === 'recipients' || part === 'kind') {
    const typed = word.toLowerCase();
    const starts = (...names: string[]) => names.some((name) => name.toLowerCase().startsWith(typed));
    const labels =
      part === 'kind'
        ? known.kinds.filter(({ kind, words }) => starts(kind, ...words)).map(({ kind }) => kind)
        : known.stations.filter(({ id, name }) => starts(id, name)).map(({ id }) => id);
    return labels.slice(0, completionsMax).map(withIt);
  }
  const incidents =
    part === 'incident' || part === 'target'
      ? known.incidents.map((i) => splitNumber(i.number)[1].replace(/^0+(?=\d)/, '')).filter((n) => n.startsWith(word))
      : [];
  const units =
    part === 'incident'
      ? []
      : known.units
          .filter((u) => !before.includes(u.id) && u.id.toLocaleLowerCase().startsWith(word.toLocaleLowerCase()))
          .map((u) => ({ id: u.id, fits: fit(u.id, spec.verb) }))
          .sort((a, b) => Number(b.fits) - Number(a.fits))
          .map((u) => u.id);
  return [...incidents, ...units].slice(0, completionsMax).map(withIt);
}
