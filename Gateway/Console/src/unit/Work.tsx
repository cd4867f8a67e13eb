import { useState } from 'react';
import type { BoardIncident, Incident } from '../api/types';
import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { DeclineDialog, FeedbackDialog } from './dialogs';
import { IncidentCard } from './IncidentCard';
import { undoMs } from './reports';
import { assignmentOf, mayDecline, stepsOf, type Step, type StepKind } from './steps';
import { useReports } from './hooks';
import { page } from './unitPage';
import { unitWords } from './words';

/** The icon of each step, beside its word. */
const icons = { acknowledged: 'check', enRoute: 'units', onScene: 'pin', feedback: 'note', cleared: 'out' } as const;
const outcomes = ['handled', 'settled', 'nothing', 'transferred'] as const;

/** The unit's incident; below it, within reach of the thumb, the next step as the biggest button. */
export function Work({ unitId, incident, details }: { unitId: string; incident: BoardIncident; details: Incident | null }) {
  const words = useWords(unitWords);
  const { waiting } = useReports();
  const [dialog, setDialog] = useState<'decline' | 'feedback' | null>(null);
  const assignment = assignmentOf(incident, unitId)!;
  const steps = stepsOf(assignment, waiting, incident.id);
  const next = steps.find((s) => s.is === 'next');
  const after = steps.filter(
    (s) => s.is === 'later' && s.kind !== 'feedback' && !(s.kind === 'cleared' && next?.kind !== 'feedback' && next?.kind !== 'onScene'),
  );

  // What is pressed may be kept for long: it is for this assignment, whatever comes after it.
  const named = assignment.n === undefined ? {} : { assignment: assignment.n };

  function press(kind: StepKind) {
    page.endedHere(kind === 'cleared' ? incident.id : '');
    page.press({
      kind,
      lane: 'reports',
      path: `/incidents/${incident.id}/assignments/${unitId}/progress`,
      body: { stage: kind, ...named },
      about: incident.number,
    }, undoMs);
  }
  function report(outcome: string, narrative: string | null) {
    page.press({
      kind: 'feedback',
      lane: 'reports',
      path: `/incidents/${incident.id}/feedback`,
      body: { unitId, outcome, narrative, ...named },
      about: incident.number,
    }, undoMs);
    setDialog(null);
  }
  function decline(note: string) {
    page.endedHere(incident.id);
    page.press({
      kind: 'declined',
      lane: 'reports',
      path: `/incidents/${incident.id}/assignments/${unitId}/progress`,
      body: { stage: 'declined', note, ...named },
      about: incident.number,
    }, undoMs);
    setDialog(null);
  }

  return (
    <>
      <div className="u-scroll" tabIndex={0} role="region" aria-label={words.incident}>
        <IncidentCard unitId={unitId} incident={incident} details={details} />
      </div>
      <section className="u-deck" aria-label={words.progress}>
        <ol className="u-steps">{steps.map((step) => <StepMark key={step.kind} step={step} />)}</ol>
        {next?.kind === 'feedback' ? (
          <div className="u-outcomes" role="group" aria-label={words.outcomeOf}>
            <p className="u-ask">{words.outcomeOf}</p>
            {outcomes.map((o) => (
              <button key={o} type="button" className="u-next outcome" onClick={() => report(words.outcomes[o], null)}>
                {words.outcomes[o]}
              </button>
            ))}
          </div>
        ) : (
          next && (
            <button type="button" className="u-next" data-step={next.kind} onClick={() => press(next.kind)}>
              <Icon name={icons[next.kind]} />
              {words.steps[next.kind]}
            </button>
          )
        )}
        <div className="u-others">
          {next?.kind === 'feedback' && (
            <button type="button" className="u-button" onClick={() => setDialog('feedback')}>
              <Icon name="edit" />
              {words.inWords}
            </button>
          )}
          {after.map((s) => (
            <button key={s.kind} type="button" className="u-button" onClick={() => press(s.kind)}>
              <Icon name={icons[s.kind]} />
              {words.steps[s.kind]}
            </button>
          ))}
          {mayDecline(steps) && (
            <button type="button" className="u-button" onClick={() => setDialog('decline')}>
              <Icon name="close" />
              {words.decline}
            </button>
          )}
        </div>
      </section>
      {dialog === 'decline' && <DeclineDialog incidentId={incident.id} onDecline={decline} onClose={() => setDialog(null)} />}
      {dialog === 'feedback' && <FeedbackDialog incidentId={incident.id} onReport={report} onClose={() => setDialog(null)} />}
    </>
  );
}

function StepMark({ step }: { step: Step }) {
  const words = useWords(unitWords);
  const format = useFormats();
  return (
    <li className="u-step" data-is={step.is} aria-current={step.is === 'next' ? 'step' : undefined}>
      <span className="u-dot" aria-hidden="true">{step.is === 'done' ? '✓' : step.is === 'waiting' ? '↑' : ''}</span>
      <span>{words.steps[step.kind]}</span>
      <span className="u-when">{step.at ? format.minute(step.at) : ''}</span>
      <span className="visually-hidden">{words.stepIs[step.is]}</span>
    </li>
  );
}
