import { Answer } from '../asking/Answer';
import { answerOf } from '../asking/asked';
import { useWords } from '../i18n/words';
import { Field } from '../design/Field';
import { questionsOf, useRunCards } from './runCards';
import { callWords } from './words';

/** The run card's questions: usual answers by one press, or in words. */
export function Questions({
  category,
  priority,
  answers,
  onChange,
}: {
  category: string;
  priority: number;
  answers: Record<string, string>;
  onChange: (answers: Record<string, string>) => void;
}) {
  const words = useWords(callWords);
  const { asked, again } = useRunCards();
  // Without the cards nobody knows whether there is something to ask.
  if (asked.is === 'failed' && category.trim() !== '')
    return <Answer of={asked} again={again} what={words.noQuestions}>{() => null}</Answer>;
  const questions = questionsOf(answerOf(asked) ?? [], category, priority);
  if (questions.length === 0) return null;
  const set = (question: string, answer: string) => onChange({ ...answers, [question]: answer });
  return (
    <section className="questions stack" aria-label={words.questions}>
      <h3>{words.questions}</h3>
      {questions.map((q) => (
        <Field key={q.text} label={q.text}>
          {(props) => (
            <span className="row wrap">
              <input
                className="input small grow"
                {...props}
                maxLength={200}
                value={answers[q.text] ?? ''}
                onChange={(e) => set(q.text, e.target.value)}
              />
              {q.answers.map((a) => (
                <button
                  key={a}
                  type="button"
                  className="button small"
                  aria-pressed={answers[q.text] === a}
                  onClick={() => set(q.text, answers[q.text] === a ? '' : a)}
                >
                  {a}
                </button>
              ))}
            </span>
          )}
        </Field>
      ))}
    </section>
  );
}
