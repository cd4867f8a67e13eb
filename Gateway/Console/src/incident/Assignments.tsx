import { useRef, useState } from 'react';
import type { Assignment, Incident, Stage } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useMay } from '../signin/may';
import { attempt, incidents } from './actions';
import { isActive, type DialogKind } from './detail';
import { terms } from './terms';
import { incidentWords } from './words';

const times = ['assignedAt', 'acknowledgedAt', 'enRouteAt', 'onSceneAt', 'feedbackAt', 'clearedAt'] as const;
const columns = ['assign', 'acknowledge', 'turnout', 'arrive', 'feedback'] as const;
const nextStage: Partial<Record<Stage, 'acknowledged' | 'enRoute' | 'onScene' | 'cleared'>> = {
  assigned: 'acknowledged',
  acknowledged: 'enRoute',
  enRoute: 'onScene',
  onScene: 'cleared',
};
const tones: Record<Stage, string> = {
  assigned: 'info',
  acknowledged: 'info',
  enRoute: 'teal',
  onScene: 'good',
  cleared: '',
  declined: 'warn',
  cancelled: '',
  diverted: '',
};

/** A row for each assignment, a column with the time of each stage, and the next actions. */
export function Assignments({ incident, onDialog }: { incident: Incident; onDialog: (kind: DialogKind) => void }) {
  const words = useWords(incidentWords);
  const term = useWords(terms);
  const format = useFormats();
  if (incident.assignments.length === 0) return <p className="note">{words.noUnits}</p>;
  return (
    <section className="assignments-scroll">
      <table className="table assignments">
        <thead>
          <tr>
            <th scope="col">{words.unit}</th>
            {columns.map((c) => (
              <th key={c} scope="col">
                {term.clock[c]}
              </th>
            ))}
            <th scope="col">{words.done}</th>
            <th scope="col">
              <span className="visually-hidden">{words.stage}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {incident.assignments.map((a, i) => (
            <tr key={`${a.unitId} ${i}`} className={isActive(a) ? '' : 'over'}>
              <th scope="row">
                <b>{a.unitId}</b> <span className={`chip ${tones[a.stage]}`}>{term.stage[a.stage]}</span>
              </th>
              {times.map((t) => (
                <td key={t} className="num">
                  {a[t] ? (
                    format.time(a[t])
                  ) : (
                    <span className="faint" aria-label="—">
                      ·
                    </span>
                  )}
                </td>
              ))}
              <td className="assignment-actions">
                {incident.status !== 'closed' && isActive(a) && <Next incident={incident} assignment={a} onDialog={onDialog} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Next({ incident, assignment, onDialog }: { incident: Incident; assignment: Assignment; onDialog: (kind: DialogKind) => void }) {
  const words = useWords(incidentWords);
  const [more, setMore] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const may = {
    progress: useMay('reportProgress'),
    assign: useMay('assign'),
    decline: useMay('decline'),
    feedback: useMay('giveFeedback'),
    correct: useMay('correct'),
  };
  const next = nextStage[assignment.stage]!;
  const { unitId, n } = assignment;
  const beforeMoving = assignment.stage === 'assigned' || assignment.stage === 'acknowledged';
  const send = (stage: Stage) => {
    setMore(false);
    void attempt(() => incidents.progress(incident.id, unitId, n, stage));
  };
  const open = (kind: DialogKind) => {
    // The menu goes: the dialog gives the focus back to what opened the menu.
    opener.current?.focus();
    setMore(false);
    onDialog(kind);
  };
  if (!may.progress) return null;
  return (
    <span className="row">
      <button type="button" className="button small" onClick={() => send(next)}>
        {words.next[next]}
      </button>
      <span
        className="menu"
        onKeyDown={(e) => e.key === 'Escape' && setMore(false)}
        onBlur={(e) => {
          if (!e.currentTarget.contains(e.relatedTarget)) setMore(false);
        }}
      >
        <button
          ref={opener}
          type="button"
          className="button plain small icon-only"
          aria-label={words.more(unitId)}
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          <Icon name="more" />
        </button>
        {more && (
          <span className="menu-items">
            {(['enRoute', 'onScene', 'cleared'] as const)
              .filter((s) => s !== next && (s !== 'enRoute' || beforeMoving) && (s !== 'onScene' || assignment.stage !== 'onScene'))
              .map((s) => (
                <button key={s} type="button" className="button plain small" onClick={() => send(s)}>
                  {words.next[s]}
                </button>
              ))}
            {may.feedback && (
              <button type="button" className="button plain small" onClick={() => open({ is: 'feedback', unitId, assignment: n })}>
                {words.addFeedback}
              </button>
            )}
            {may.assign && (
              <button type="button" className="button plain small" onClick={() => open({ is: 'divert', unitId, assignment: n })}>
                {words.divert}
              </button>
            )}
            {may.assign && assignment.stage !== 'onScene' && (
              <button type="button" className="button plain small" onClick={() => send('cancelled')}>
                {words.recall}
              </button>
            )}
            {may.decline && beforeMoving && (
              <button type="button" className="button plain small" onClick={() => send('declined')}>
                {words.decline}
              </button>
            )}
            {may.correct && (
              <button type="button" className="button plain small" onClick={() => open({ is: 'correct', unitId, assignment: n })}>
                {words.correct}
              </button>
            )}
          </span>
        )}
      </span>
    </span>
  );
}
