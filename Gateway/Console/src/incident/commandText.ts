import type { Command } from '../api/outbox';
import { commandTextWords } from './commandTextWords';
import { terms } from './terms';

type Said = Pick<Command, 'method' | 'path' | 'body' | 'thing'>;
type Body = Readonly<Record<string, unknown>>;
type Words = typeof commandTextWords.en;

const text = (value: unknown): string => (Array.isArray(value) ? value.join(', ') : typeof value === 'string' ? value : '');

/** What each command is called, by the end of its path. The first that fits counts. */
const verbs: readonly [method: string, tail: RegExp, say: (w: Words, body: Body, path: string[]) => string][] = [
  ['POST', /^incidents$/, (w) => w.make],
  ['PATCH', /^incidents\/[^/]+$/, (w) => w.change],
  ['POST', /\/assignments$/, (w, b) => w.assign(text(b['unitIds']))],
  ['POST', /\/response-plan$/, (w, b) => w.assign(text(b['unitIds']))],
  ['POST', /\/progress$/, (_, b, p) => `${p[3]} ${stageOf(text(b['stage']))}`],
  ['POST', /\/diversions$/, (w, b) => w.divert(text(b['unitId']))],
  ['POST', /\/notes$/, (w) => w.note],
  ['POST', /\/closure$/, (w) => w.close],
  ['POST', /\/reopening$/, (w) => w.reopen],
  ['POST', /\/links$/, (w) => w.link],
  ['DELETE', /\/links\/[^/]+$/, (w) => w.unlink],
  ['POST', /\/feedback$/, (w, b) => (b['unitId'] === null ? w.ownFeedback : w.feedback(text(b['unitId'])))],
  ['POST', /\/corrections$/, (w, b) => w.correct(text(b['unitId']))],
  ['POST', /\/urging$/, (w) => w.urge],
  ['POST', /\/supervision$/, (w) => w.supervise],
  ['POST', /\/taking$/, (w) => w.take],
  ['POST', /\/duty$/, (w, b) => (b['onDuty'] === false ? w.offDuty : b['outOfService'] ? w.outOfService : w.onDuty)],
  ['POST', /\/messages$/, (w) => w.message],
  ['POST', /\/reading$/, (w) => w.read],
  ['POST', /^calls$/, (w) => w.newCall],
  ['PATCH', /^calls\/[^/]+$/, (w) => w.writeDown],
  ['POST', /\/answering$/, (w) => w.answer],
  ['POST', /\/handing$/, (w, b) => w.hand(text(b['toSubject']))],
  ['POST', /^calls\/[^/]+\/ending$/, (w) => w.hangUp],
  ['POST', /\/disposition$/, (w, b) => w.dispose(dispositionOf(text(b['kind'])))],
  ['POST', /^directives$/, (w) => w.issue],
  ['POST', /\/signing$/, (w) => w.sign],
  ['POST', /\/sending$/, (w, b) => w.send(text(b['unitIds']))],
  ['POST', /\/refusal$/, (w) => w.refuse],
  ['POST', /\/return$/, (w) => w.giveBack],
  ['POST', /\/conclusion$/, (w) => w.conclude],
  ['POST', /^directives.*\/withdrawal$/, (w) => w.withdraw],
  ['POST', /\/reports$/, (w) => w.report],
  ['POST', /\/assessment$/, (w) => w.assess],
  ['POST', /\/parties$/, (w) => w.addParty],
  ['PATCH', /\/parties\/[^/]+$/, (w) => w.changeParty],
  ['POST', /\/evidence$/, (w) => w.addEvidence],
  ['POST', /\/verification$/, (w) => w.verifyEvidence],
  ['POST', /\/erasure$/, (w) => w.askErasure],
  ['POST', /\/erasure\/approval$/, (w) => w.erase],
];

const stageOf = (stage: string) => (terms.now().stage as Record<string, string>)[stage] ?? stage;
const dispositionOf = (kind: string) => (terms.now().disposition as Record<string, string>)[kind] ?? kind;

/** A command in words, with the thing that it is about: "Close 0034: fraud, Dongda Street". */
export function commandText({ method, path, body, thing }: Said): string {
  const words = commandTextWords.now();
  const tail = path.replace(/^\/api\/v1\//, '');
  const found = verbs.find(([m, pattern]) => m === method && pattern.test(tail));
  const verb = found ? found[2](words, (body ?? {}) as Body, tail.split('/')) : `${method} ${tail}`;
  return thing ? words.of(verb, thing) : verb;
}

/** What somebody typed for it, so that a refusal does not take it away; empty: nothing. */
export function typedIn({ body }: Pick<Command, 'body'>): string {
  const given = (body ?? {}) as Body;
  return ['disposition', 'outcome', 'text', 'narrative', 'note', 'override', 'reason']
    .map((name) => text(given[name]))
    .filter(Boolean)
    .join(' · ');
}
