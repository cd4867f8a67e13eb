import { useEffect, useMemo, useState, type KeyboardEvent } from 'react';
import { api } from '../api/client';
import { command, outbox, undoMs } from '../api/commands';
import type { Call, Duplicate, Incident } from '../api/types';
import { Answer } from '../asking/Answer';
import { answerOf, isMissing } from '../asking/asked';
import { useAsked } from '../asking/useAsked';
import { Field, TextArea, TextField } from '../design/Field';
import { Icon } from '../design/Icon';
import { useKeptText } from '../design/useKeptText';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { askingWhereImplausible, attempt, later } from '../incident/actions';
import { Evidence } from '../incident/Evidence';
import { ErasureNote } from '../incident/ErasureNote';
import { parseCoordinates, withDetail } from '../incident/place';
import { PlaceDetail } from '../incident/PlaceDetail';
import { splitNumber, terms } from '../incident/terms';
import { TrailTab } from '../incident/TrailTab';
import { live, useFeedState } from '../live/live';
import { follow } from '../routing/router';
import { remember } from '../queue/opened';
import { useMay } from '../signin/may';
import { serverClock } from '../time/serverClock';
import { useSecond } from '../time/ticker';
import { msOf } from '../incident/urgency';
import { CategoryField } from './CategoryField';
import { affairOfCall } from '../directives/affair';
import { IssueDialog } from '../directives/IssueDialog';
import { issueWords } from '../directives/issueWords';
import { useMayIssue } from '../directives/useMayIssue';
import { narrativeOf, placeOf } from './draft';
import { DuplicateList } from './DuplicateList';
import { PlacePicker } from '../map/PlacePicker';
import { HandDialog } from './HandDialog';
import { Questions } from './Questions';
import { atSeat } from './seat';
import { useDraft } from './useDraft';
import { useDuplicates } from './useDuplicates';
import { callWords } from './words';

/** The incident that the shown call is on, or null: told to the screen, which shows it beside the call. */
type OnIncident = (incidentId: string | null) => void;

/** Taking a call: everything can be done by keyboard, and everything is saved while it is typed. */
export function CallTaking({ id, onIncident }: { id: string; onIncident: OnIncident }) {
  const words = useWords(callWords);
  const { asked, again, change } = useAsked<Call>(`call ${id}`, (signal) => api.get(`/calls/${encodeURIComponent(id)}`, signal));
  useEffect(
    () =>
      // The feed brings the call without the caller's number, which was read. Changes that are typed here are known here.
      live.onEvent(({ stream, kind, call: newest }) => {
        if (newest && stream === `call/${id}` && kind !== 'CallChanged')
          change((known) =>
            known.version >= newest.version ? known : { ...newest, callerNumber: kind === 'Erased' ? null : known.callerNumber },
          );
      }),
    [id, change],
  );
  if (isMissing(asked))
    return (
      <p className="empty" role="alert">
        {words.notFound}
      </p>
    );
  return (
    <Answer of={asked} again={again}>
      {(call) => (
        <Taking
          call={call}
          onCall={(next) => change((known) => (known.version > next.version ? known : next))}
          onIncident={onIncident}
        />
      )}
    </Answer>
  );
}

function Taking({ call, onCall, onIncident }: { call: Call; onCall: (call: Call) => void; onIncident: OnIncident }) {
  const words = useWords(callWords);
  const issuing = useWords(issueWords);
  const { callStatus, disposition } = useWords(terms);
  const mayTake = useMay('changeCalls');
  const mayMake = useMay('createIncidents');
  const feed = useFeedState();
  const { draft, set, saved, flush, forget } = useDraft(call, mayTake);
  const [again, setAgain] = useState(false);
  const [note, setNote] = useKeptText(`disposition/${call.id}`);
  const [busy, setBusy] = useState(false);
  const [handing, setHanding] = useState(false);
  const [ordering, setOrdering] = useState(false);
  const mayIssue = useMayIssue();
  const open = call.status !== 'disposed' || again;
  const duplicates = useDuplicates(draft, call.answeredAt ?? call.ringingAt, open);
  const likeliest = duplicates && answerOf(duplicates.asked)?.[0];
  const place = parseCoordinates(draft.coordinates);
  const [lat, lon] = place === null || place === 'bad' ? [null, null] : [place.lat, place.lon];
  const picked = useMemo(() => (lat === null || lon === null ? null : { lat, lon }), [lat, lon]);
  const badPlace = place === 'bad' && draft.coordinates.includes(',');
  const path = `/calls/${encodeURIComponent(call.id)}`;
  useEffect(() => onIncident(call.incidentId), [call.incidentId, onIncident]);

  async function once(run: () => Promise<unknown>, good?: string) {
    if (busy) return;
    setBusy(true);
    if (await attempt(run, good)) setAgain(false);
    setBusy(false);
  }
  const make = () =>
    once(async () => {
      // Whoever makes an incident of it does not end it as something else.
      outbox.cancelHeld(path);
      // Not awaited: both are in the outbox now, in this order, even if the page closes.
      void flush();
      const body = {
        callId: call.id,
        category: draft.category.trim(),
        priority: draft.priority,
        location: withDetail(placeOf(draft), call.location),
        narrative: narrativeOf(draft),
        exercise: draft.exercise,
      };
      const incident = await askingWhereImplausible((confirmed) =>
        command<Incident>('POST', '/incidents', { ...body, ...confirmed }, { about: path }),
      );
      live.merge('incidents', incident);
      forget();
      remember(incident.id);
      // The caller still speaks: the call stays open, and the incident opens beside it.
      onIncident(incident.id);
    }, words.made);
  const send = async (kind: string, incidentId: string | null, holdMs: number) => {
    void flush();
    const body = { kind, incidentId, note: note.trim() || null };
    onCall(await command<Call>('POST', `${path}/disposition`, body, { holdMs }));
    forget();
    setNote('');
    setAgain(false);
  };
  /** It ends the call without an incident: held, so that a slip can be taken back. */
  const dispose = (kind: keyof typeof disposition) => later(() => send(kind, null, undoMs), words.disposedOf(disposition[kind]));
  const join = (one: Duplicate) =>
    once(
      () => send('duplicate', one.incidentId, 0),
      words.joined(splitNumber(one.number ?? live.incidents.get(one.incidentId)?.number ?? one.incidentId)[1]),
    );

  function key(event: KeyboardEvent) {
    const modified = event.ctrlKey || event.metaKey || event.altKey;
    if (!modified || !open) return;
    if (event.key === 'Enter' && draft.category.trim() !== '' && mayMake) void make();
    else if (/^[1-4]$/.test(event.key) && event.altKey) set({ priority: Number(event.key) as 1 });
    else if (event.key.toLowerCase() === 'j' && event.altKey && likeliest) void join(likeliest);
    else return;
    event.preventDefault();
  }

  return (
    <div className="taking" onKeyDown={key}>
      <header className="screen-head">
        <h1>
          {callStatus[call.status]}
          {call.disposition ? ` · ${disposition[call.disposition.kind]}` : ''}
        </h1>
        <Talked call={call} />
        {call.line && (
          <span className="chip">
            {words.line} {call.line}
          </span>
        )}
        {(call.seat || call.answeredBy) && (
          <span className="chip">
            {[call.seat && words.atSeat(call.seat), call.answeredBy].filter(Boolean).join(' · ')}
          </span>
        )}
        <PlaceDetail location={call.location} />
        <span className="push faint" role="status">
          {saved === 'saved' ? words.saved : feed.is === 'lost' ? words.unsaved : words.saving}
        </span>
        {mayTake && call.status === 'ringing' && (
          <button
            type="button"
            className="button primary"
            onClick={() =>
              void once(async () =>
                onCall(await command<Call>('POST', `${path}/answering`, { occurredAt: serverClock.iso(), ...atSeat() })),
              )
            }
          >
            <Icon name="call" />
            {words.answer}
          </button>
        )}
        {mayIssue && (
          <button type="button" className="button" onClick={() => setOrdering(true)}>
            <Icon name="send" />
            {issuing.button}
          </button>
        )}
        {mayTake && isTalking(call) && (
          <button type="button" className="button" onClick={() => setHanding(true)}>
            <Icon name="out" />
            {words.handOn}
          </button>
        )}
        {mayTake && isTalking(call) && (
          <button
            type="button"
            className="button"
            onClick={() => void once(async () => onCall(await command<Call>('POST', `${path}/ending`, { occurredAt: serverClock.iso() })))}
          >
            <Icon name="close" />
            {words.end}
          </button>
        )}
      </header>
      {ordering && (
        <IssueDialog
          affair={affairOfCall(call, issuing.call, draft.category, draft.address, narrativeOf(draft))}
          onClose={() => setOrdering(false)}
        />
      )}
      {handing && <HandDialog call={call} onCall={onCall} onClose={() => setHanding(false)} />}
      <ErasureNote path={path} erasure={call.erasure} onErased={(after) => onCall(after as Call)} />
      {call.disposition && (
        <p className="note info row wrap">
          <span>
            {words.disposedAs} <b>{disposition[call.disposition.kind]}</b> {call.disposition.note}
          </span>
          {call.incidentId && (
            <a href={`/incidents/${encodeURIComponent(call.incidentId)}`} onClick={follow}>
              {words.openIncident} {splitNumber(live.incidents.get(call.incidentId)?.number ?? '')[1]}
            </a>
          )}
          {mayTake && !again && (
            <button type="button" className="button small push" onClick={() => setAgain(true)}>
              {call.disposition.kind === 'duplicate' ? words.split : words.again}
            </button>
          )}
        </p>
      )}
      <div className="taking-columns">
        <fieldset disabled={!mayTake || !open} className="stack">
          <div className="taking-row">
            <CategoryField value={draft.category} onChange={(category) => set({ category })} autoFocus={open} />
            <Field label={words.priority}>
              {(props) => (
                <select
                  className="input"
                  {...props}
                  value={draft.priority}
                  onChange={(e) => set({ priority: Number(e.target.value) as 1 })}
                  title="Alt+1 … Alt+4"
                >
                  {[1, 2, 3, 4].map((p) => (
                    <option key={p} value={p}>
                      {p}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          </div>
          <TextField
            label={words.address}
            maxLength={200}
            value={draft.address}
            onChange={(e) => set({ address: e.target.value })}
            autoComplete="off"
          />
          <TextField
            label={words.coordinates}
            hint={words.coordinatesHint}
            error={badPlace ? words.badCoordinates : null}
            value={draft.coordinates}
            onChange={(e) => set({ coordinates: e.target.value })}
            autoComplete="off"
          />
          <TextArea
            label={words.narrative}
            rows={6}
            maxLength={4000}
            value={draft.narrative}
            onChange={(e) => set({ narrative: e.target.value })}
          />
          <Questions category={draft.category} priority={draft.priority} answers={draft.answers} onChange={(answers) => set({ answers })} />
          <div className="taking-row">
            <TextField
              label={words.number}
              maxLength={32}
              inputMode="tel"
              value={draft.callerNumber}
              onChange={(e) => set({ callerNumber: e.target.value })}
              autoComplete="off"
            />
            <label className="check">
              <input type="checkbox" checked={draft.exercise} onChange={(e) => set({ exercise: e.target.checked })} />
              {words.exercise}
            </label>
          </div>
          {mayMake && (
            <button
              type="button"
              className="button primary big"
              disabled={busy || draft.category.trim() === ''}
              onClick={() => void make()}
            >
              <Icon name="check" />
              {words.make} <kbd className="kbd">{words.makeHint}</kbd>
            </button>
          )}
        </fieldset>
        <div className="stack taking-side">
          {open && mayTake && (
            <div className="taking-map">
              <PlacePicker value={picked} onPick={({ lat, lon }) => set({ coordinates: `${lat.toFixed(6)}, ${lon.toFixed(6)}` })} />
            </div>
          )}
          {open && (
            <section aria-label={words.duplicates} aria-live="polite">
              <h2>{words.duplicates}</h2>
              {duplicates === null ? (
                <p className="faint">{words.needPlace}</p>
              ) : (
                <Answer of={duplicates.asked} again={duplicates.again}>
                  {(found) =>
                    found.length === 0 ? (
                      <p className="faint">{words.noDuplicates}</p>
                    ) : (
                      <DuplicateList duplicates={found} onJoin={mayTake ? (one) => void join(one) : null} />
                    )
                  }
                </Answer>
              )}
            </section>
          )}
          {open && mayTake && (
            <section className="stack">
              <h2>{words.other}</h2>
              <TextField label={words.note} maxLength={4000} value={note} onChange={(e) => setNote(e.target.value)} />
              <div className="row wrap">
                {(['inquiry', 'nuisance', 'falseReport', 'abandoned', 'transferred', 'test'] as const).map((kind) => (
                  <button key={kind} type="button" className="button small" disabled={busy} onClick={() => dispose(kind)}>
                    {disposition[kind]}
                  </button>
                ))}
              </div>
            </section>
          )}
          <Evidence stream={`call/${call.id}`} mayAdd={mayTake} />
          {!open && (
            <section>
              <h2>{words.trail}</h2>
              <TrailTab stream={`call/${call.id}`} />
            </section>
          )}
        </div>
      </div>
    </div>
  );
}

/** Whether somebody is on the line: it was answered and did not end, whatever was made of it. */
const isTalking = (call: Call): boolean => call.answeredAt !== null && call.endedAt === null;

/** How long the call has been ringing, or how long it has been answered. */
function Talked({ call }: { call: Call }) {
  const second = useSecond();
  const format = useFormats();
  const from = call.status === 'ringing' ? call.ringingAt : call.answeredAt;
  if (!from) return null;
  const state = isTalking(call) ? 'answered' : call.status;
  const seconds = ((call.endedAt ? msOf(call.endedAt) : second * 1000) - msOf(from)) / 1000;
  return <b className={`num talked ${state}`}>{format.stopwatch(seconds)}</b>;
}
