import { useState } from 'react';
import { command } from '../api/commands';
import { Answer } from '../asking/Answer';
import type { Attempt } from '../design/attempt';
import { TextArea, TextField } from '../design/Field';
import { FormDialog, type Outcome, type Read } from '../design/FormDialog';
import { Icon } from '../design/Icon';
import { useWords } from '../i18n/words';
import { outcomeOf } from '../incident/actions';
import type { Closing, ClosingOutcome } from '../incident/closing';
import { closingWords } from '../incident/closingWords';
import { useClosing } from '../incident/useClosing';
import { useMay } from '../signin/may';
import { listedMax, listOf, needs, outcomeFrom, withOutcome } from './outcomes';
import { settingWords } from './words';
import './settings.css';

/** What is asked for over the list: an outcome by its place, a new one, or the words of results. */
type Asking = { is: 'add' | 'results' } | { is: 'change' | 'remove'; place: number };

/** What the centre has set: with which outcomes incidents end, and what is counted. */
export default function SettingsScreen() {
  const words = useWords(settingWords);
  const { asked, again } = useClosing();
  return (
    <div className="settings">
      <div className="screen-head"><h1>{words.title}</h1></div>
      <Answer of={asked} again={again} what={words.closing}>{(closing) => <ClosingSetting closing={closing} again={again} />}</Answer>
    </div>
  );
}

function ClosingSetting({ closing, again }: { closing: Closing; again: () => void }) {
  const words = useWords(settingWords);
  const may = useMay('register');
  const [asking, setAsking] = useState<Asking | null>(null);
  return (
    <>
      <section className="panel panel-body stack">
        <div className="row wrap">
          <h2 className="grow">{words.closing}</h2>
          {may && (
            <button type="button" className="button" onClick={() => setAsking({ is: 'add' })}>
              <Icon name="plus" />
              {words.add}
            </button>
          )}
        </div>
        <p className="quiet">{words.closingHint}</p>
        {closing.outcomes.length === 0 ? (
          <p className="faint">{words.none}</p>
        ) : (
          <Outcomes outcomes={closing.outcomes} onAsk={may ? setAsking : null} />
        )}
      </section>
      <section className="panel panel-body stack">
        <div className="row wrap">
          <h2 className="grow">{words.results}</h2>
          {may && (
            <button
              type="button"
              className="button"
              aria-label={words.changeOf(words.results)}
              onClick={() => setAsking({ is: 'results' })}
            >
              <Icon name="edit" />
              {words.change}
            </button>
          )}
        </div>
        <p className="quiet">{words.resultsHint}</p>
        {closing.results.length === 0 ? (
          <p className="faint">{words.noResults}</p>
        ) : (
          <p className="row wrap">{closing.results.map((word) => <span key={word} className="chip">{word}</span>)}</p>
        )}
      </section>
      {asking && <ClosingDialog closing={closing} asking={asking} again={again} onClose={() => setAsking(null)} />}
    </>
  );
}

function Outcomes({ outcomes, onAsk }: { outcomes: readonly ClosingOutcome[]; onAsk: ((asking: Asking) => void) | null }) {
  const words = useWords(settingWords);
  const said = useWords(closingWords);
  return (
    <div className="settings-scroll" tabIndex={0} role="region" aria-label={words.closing}>
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{words.outcome}</th>
            <th scope="col">{words.valid}</th>
            <th scope="col">{words.classes}</th>
            <th scope="col">{words.needs}</th>
            {onAsk && <th scope="col"><span className="visually-hidden">{words.change}</span></th>}
          </tr>
        </thead>
        <tbody>
          {outcomes.map((outcome, place) => (
            <tr key={outcome.word}>
              <th scope="row">{outcome.word}</th>
              <td>
                {outcome.valid ? (
                  <span className="chip good"><Icon name="check" />{words.valid}</span>
                ) : (
                  <span className="chip warn">{words.notValid}</span>
                )}
              </td>
              <td>{outcome.classes.length > 0 ? outcome.classes.join(', ') : <span className="faint">{words.anyClass}</span>}</td>
              <td>
                <span className="row wrap">
                  {outcome.needs.map((need) => <span key={need} className="chip">{said.needs[need]}</span>)}
                </span>
              </td>
              {onAsk && (
                <td>
                  <span className="row settings-acts">
                    <button
                      type="button"
                      className="button plain small"
                      aria-label={words.changeOf(outcome.word)}
                      onClick={() => onAsk({ is: 'change', place })}
                    >
                      {words.change}
                    </button>
                    <button
                      type="button"
                      className="button plain small"
                      aria-label={words.removeOf(outcome.word)}
                      onClick={() => onAsk({ is: 'remove', place })}
                    >
                      {words.remove}
                    </button>
                  </span>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface DialogProps {
  closing: Closing;
  asking: Asking;
  again: () => void;
  onClose: () => void;
}

/** Each change sends the whole setting, for the version that it was made of: what somebody else set meanwhile is not undone. */
function ClosingDialog({ closing, asking, again, onClose }: DialogProps) {
  const words = useWords(settingWords);
  const said = useWords(closingWords);
  const [opened] = useState(closing);
  const { outcomes, results, version } = opened;
  const known = 'place' in asking ? outcomes[asking.place] : undefined;

  async function put(next: Pick<Closing, 'outcomes' | 'results'>, { key }: Attempt): Promise<Outcome> {
    if (next.outcomes.length > listedMax || next.results.length > listedMax) return words.tooMany;
    const outcome = await outcomeOf(() => command('PUT', '/settings/closing', next, { key, ifMatch: version }), words.saved);
    // Also when somebody else was faster: what they set is shown.
    again();
    return outcome;
  }
  async function send(read: Read, _sure: boolean, attempt: Attempt): Promise<Outcome> {
    if (asking.is === 'results') return put({ outcomes, results: listOf(read('results'), /\n/) }, attempt);
    if (asking.is === 'remove') return put({ outcomes: outcomes.toSpliced(asking.place, 1), results }, attempt);
    const outcome = outcomeFrom(read);
    const next = withOutcome(outcomes, outcome, asking.is === 'change' ? asking.place : null);
    return next === 'twice' ? words.twice(outcome.word) : put({ outcomes: [...next], results }, attempt);
  }
  const title =
    asking.is === 'results'
      ? words.results
      : asking.is === 'add'
        ? words.add
        : asking.is === 'change'
          ? words.changeOf(known?.word ?? '')
          : words.removeOf(known?.word ?? '');
  return (
    <FormDialog
      title={title}
      typedAs={`closing/${asking.is}/${known?.word ?? ''}`}
      confirm={asking.is === 'remove' ? words.remove : asking.is === 'add' ? words.add : words.change}
      mainFocus={asking.is === 'remove'}
      send={send}
      onClose={onClose}
    >
      {asking.is === 'remove' && <p>{words.removeAsk}</p>}
      {asking.is === 'results' && (
        <TextArea label={words.resultsField} name="results" rows={8} maxLength={20_000} defaultValue={results.join('\n')} />
      )}
      {(asking.is === 'add' || asking.is === 'change') && (
        <>
          <TextField label={words.outcome} name="word" required maxLength={100} pattern=".*\S.*" defaultValue={known?.word ?? ''} />
          <label className="check">
            <input type="checkbox" name="valid" defaultChecked={known?.valid ?? true} />
            {words.validHint}
          </label>
          <TextField
            label={words.classes}
            hint={words.classesHint}
            name="classes"
            maxLength={2000}
            defaultValue={known?.classes.join(', ') ?? ''}
          />
          <fieldset className="stack settings-needs">
            <legend>{words.needs}</legend>
            {needs.map((need) => (
              <label key={need} className="check">
                <input type="checkbox" name={`need-${need}`} defaultChecked={known?.needs.includes(need) ?? false} />
                {said.needs[need]}
              </label>
            ))}
          </fieldset>
        </>
      )}
    </FormDialog>
  );
}
