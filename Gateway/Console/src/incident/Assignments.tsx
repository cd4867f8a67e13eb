import { useRef, useState } from 'react';
import type { Assignment, Incident, Stage } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { useMay } from '../signin/may';
import { attempt, incidents } from './actions';
import { correctableOf } from './correction';
import { isActive, type DialogKind } from './detail';
import { nameOf } from './nameOf';
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
                {incident.status !== 'closed' && isActive(a) ? (
                  <Next incident={incident} assignment={a} onDialog={onDialog} />
                ) : (
                  <After incident={incident} assignment={a} onDialog={onDialog} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface Props {
  incident: Incident;
  assignment: Assignment;
  onDialog: (kind: DialogKind) => void;
}

/** The next stage of an active assignment, and what else may be done with it. */
function Next({ incident, assignment, onDialog }: Props) {
  const words = useWords(incidentWords);
  const may = { progress: useMay('reportProgress'), assign: useMay('assign'), decline: useMay('decline') };
  const atAnyTime = useAtAnyTime({ incident, assignment, onDialog });
  const next = nextStage[assignment.stage]!;
  const { unitId, n } = assignment;
  const beforeMoving = assignment.stage === 'assigned' || assignment.stage === 'acknowledged';
  const send = (stage: Stage) => void attempt(() => incidents.progress(incident.id, unitId, n, stage));
  if (!may.progress) return null;
  const stages = (['enRoute', 'onScene', 'cleared'] as const).filter(
    (s) => s !== next && (s !== 'enRoute' || beforeMoving) && (s !== 'onScene' || assignment.stage !== 'onScene'),
  );
  return (
    <span className="row">
      <button type="button" className="button small" onClick={() => send(next)}>
        {words.next[next]}
      </button>
      <More
        of={nameOf(assignment, incident)}
        items={[
          ...stages.map((s) => ({ label: words.next[s], run: () => send(s) })),
          may.assign && { label: words.divert, run: () => onDialog({ is: 'divert', unitId, assignment: n }) },
          may.assign && assignment.stage !== 'onScene' && { label: words.recall, run: () => send('cancelled') },
          may.decline && beforeMoving && { label: words.decline, run: () => send('declined') },
          ...atAnyTime,
        ]}
      />
    </span>
  );
}

/** What an assignment that is over still takes, on a closed incident too. */
function After(props: Props) {
  return (
    <span className="row">
      <More of={nameOf(props.assignment, props.incident)} items={useAtAnyTime(props)} />
    </span>
  );
}

/** What may be said of an assignment at any time, when all is over as well: feedback, and the right times. */
function useAtAnyTime({ assignment, onDialog }: Props): Item[] {
  const words = useWords(incidentWords);
  const may = { feedback: useMay('giveFeedback'), correct: useMay('correct') };
  const { unitId, n } = assignment;
  return [
    may.feedback && { label: words.addFeedback, run: () => onDialog({ is: 'feedback', unitId, assignment: n }) },
    may.correct &&
      correctableOf(assignment).length > 0 && { label: words.correct, run: () => onDialog({ is: 'correct', unitId, assignment: n }) },
  ];
}

type Item = false | { label: string; run: () => void };

/** Shows a menu above all else, below its button, or over it where the window ends. A table that scrolls would cut it off. */
function showBelow(list: HTMLElement | null, button: HTMLElement | null) {
  if (list === null || button === null || list.matches(':popover-open')) return;
  list.showPopover();
  const place = button.getBoundingClientRect();
  const height = list.offsetHeight;
  const top = place.bottom + height > innerHeight ? place.top - height : place.bottom;
  list.style.top = `${Math.max(0, top)}px`;
  list.style.left = `${Math.max(0, place.right - list.offsetWidth)}px`;
}

/** The actions of a row that are needed less often, behind a button; nothing where there are none. */
function More({ of, items }: { of: string; items: readonly Item[] }) {
  const words = useWords(incidentWords);
  const [open, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const shown = items.filter((i) => i !== false);
  if (shown.length === 0) return null;
  return (
    <span
      onKeyDown={(e) => e.key === 'Escape' && setOpen(false)}
      onBlur={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget)) setOpen(false);
      }}
    >
      <button
        ref={opener}
        type="button"
        className="button plain small icon-only"
        aria-label={words.more(of)}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <span className="menu-items" popover="manual" ref={(list) => showBelow(list, opener.current)}>
          {shown.map(({ label, run }) => (
            <button
              key={label}
              type="button"
              className="button plain small"
              onClick={() => {
                // The menu goes: a dialog gives the focus back to what opened the menu.
                opener.current?.focus();
                setOpen(false);
                run();
              }}
            >
              {label}
            </button>
          ))}
        </span>
      )}
    </span>
  );
}
