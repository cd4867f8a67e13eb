import { useId, useRef, useState, type KeyboardEvent } from 'react';
import { useWords } from '../i18n/words';
import { shortKinds } from '../directives/kinds';
import { directiveTerms } from '../incident/directiveTerms';
import { live } from '../live/live';
import { allStations } from '../stations/names';
import { compareIds } from '../live/ids';
import { match } from '../routing/router';
import { announce } from '../alerts/announce';
import { useShortcuts } from '../keyboard/shortcuts';
import { toast } from '../alerts/toasts';
import { complete, parse, type Completion, type Known, type Verb } from './parse';
import { run, type Refusal } from './run';
import { commandWords } from './words';
import './command.css';

const historyMax = 50;
const history: string[] = [];

function known(): Known {
  return {
    incidents: [...live.incidents.values()].sort((a, b) => (a.number < b.number ? 1 : -1)),
    units: [...live.units.values()].sort((a, b) => compareIds(a.id, b.id)),
    shown: match('/incidents/:id', location.pathname)?.['id'] ?? null,
    stations: allStations().filter(({ retired }) => retired !== true),
    kinds: shortKinds.map((kind) => ({ kind, words: [nameIn('en', kind), nameIn('zh', kind)] })),
  };
}

const nameIn = (lang: 'en' | 'zh', kind: string) => (directiveTerms[lang].kinds as Record<string, string>)[kind] ?? kind;

function fits(unitId: string, verb: Verb): boolean {
  const status = live.units.get(unitId)?.status;
  if (verb === 'as') return status === 'available';
  if (verb === 'go' || verb === 'msg' || verb === 'duty' || verb === 'off') return true;
  return status === 'assigned' || status === 'enRoute' || status === 'onScene';
}

/** Everything that can be dragged or pressed, typed: with completion, history and a way out when somebody was faster. */
export function CommandLine() {
  const words = useWords(commandWords);
  const [line, setLine] = useState('');
  const [focused, setFocused] = useState(false);
  const [at, setAt] = useState(-1);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const past = useRef(-1);
  const id = useId();
  const completions: Completion[] = focused ? complete(line, known(), fits) : [];
  useShortcuts([{ keys: '/', label: () => words.focus, run: () => input.current?.focus() }]);

  function change(next: string) {
    setLine(next);
    setAt(-1);
    setRefusal(null);
  }

  async function submit() {
    const parsed = parse(line, known());
    if (!parsed.ok) {
      if (parsed.problem === 'empty') return;
      const word = parsed.word ? `: ${parsed.word}` : '';
      const example = parsed.expected ? ` (${words.example} ${parsed.expected.example})` : '';
      const text = `${words.problems[parsed.problem]}${word}${example}`;
      setRefusal({ text, instead: null });
      return announce(text, 'assertive');
    }
    const sent = line.trim();
    history.unshift(sent);
    history.length = Math.min(history.length, historyMax);
    past.current = -1;
    change('');
    const outcome = await run(parsed);
    if (outcome.ok) return outcome.said === null ? undefined : toast('good', outcome.said);
    const refused = outcome.refusal;
    // What somebody has begun to type meanwhile stays.
    setLine((now) => (now === '' ? (refused.instead ?? sent) : now));
    setRefusal(refused);
    announce(refused.text, 'assertive');
  }

  function key(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Tab' && !event.shiftKey && completions.length > 0 && line !== '') change(completions[Math.max(0, at)]!.line);
    else if (event.key === 'ArrowDown' && completions.length > 0) setAt((at + 1) % completions.length);
    else if (event.key === 'ArrowUp' && at >= 0) setAt(at - 1);
    else if (event.key === 'ArrowUp' && history.length > 0)
      change(history[(past.current = Math.min(history.length - 1, past.current + 1))]!);
    else if (event.key === 'Escape') {
      if (line === '' && !refusal) input.current?.blur();
      change('');
    } else if (event.key === 'Enter') {
      if (at >= 0) change(completions[at]!.line);
      else void submit();
    } else return;
    event.preventDefault();
  }

  return (
    <div className="command">
      <span className="command-prompt" aria-hidden="true">›</span>
      <input
        ref={input}
        className="input"
        role="combobox"
        aria-label={words.label}
        aria-expanded={completions.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={at >= 0 ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        aria-describedby={refusal ? `${id}-refusal` : undefined}
        aria-keyshortcuts="/"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder={words.placeholder}
        value={line}
        onChange={(e) => change(e.target.value)}
        onKeyDown={key}
        onFocus={() => setFocused(true)}
        onBlur={() => setFocused(false)}
      />
      {!focused && line === '' && <kbd className="kbd command-key" aria-hidden="true">/</kbd>}
      {(completions.length > 0 || refusal) && (
        <div className="command-pop">
          {refusal && (
            <p id={`${id}-refusal`} className="note bad">
              {refusal.text}
              {refusal.instead && <b> {words.instead(refusal.instead)} ⏎</b>}
            </p>
          )}
          <ul id={`${id}-list`} role="listbox" aria-label={words.completions}>
            {completions.map((c, i) => (
              <li
                key={c.label}
                id={`${id}-${i}`}
                role="option"
                aria-selected={i === at}
                onMouseDown={(e) => {
                  e.preventDefault();
                  change(c.line);
                }}
              >
                <code>{c.label}</code>{' '}
                <span className="quiet">{line.trimStart().includes(' ') ? noteOf(c.label) : words.verbs[c.label as Verb]}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

/** What stands behind a completion: the category of an incident, the station of a unit, the name of a station or a kind. */
function noteOf(label: string): string {
  const unit = live.units.get(label);
  if (unit) return `${unit.station ?? ''}${unit.incidentId ? ` · ${live.incidents.get(unit.incidentId)?.number ?? ''}` : ''}`;
  const station = allStations().find(({ id }) => id === label);
  if (station) return station.name;
  if (shortKinds.includes(label)) return directiveTerms.now().kinds[label as keyof typeof directiveTerms.en.kinds] ?? '';
  const incident = [...live.incidents.values()].find((i) => i.number.endsWith(label.padStart(4, '0')));
  return incident ? `${incident.category} · ${incident.location?.address ?? ''}` : '';
}
