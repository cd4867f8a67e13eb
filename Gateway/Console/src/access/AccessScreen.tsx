import { useState, type FormEvent } from 'react';
import { Answer } from '../asking/Answer';
import { useWords } from '../i18n/words';
import { go, useQuery } from '../routing/router';
import { addressOf, askedOf, isThing, type Asked } from './access';
import { AccessTable } from './AccessTable';
import { useAccess } from './useAccess';
import { accessWords } from './words';
import './access.css';

/** Who looked at what: for auditors. The address holds what is asked, so that a question can be passed on. */
export default function AccessScreen() {
  const words = useWords(accessWords);
  const asked = askedOf(useQuery());
  const isGood = isThing(asked.thing);
  const { asked: answer, again, more } = useAccess(isGood ? asked : null);
  const show = (change: Partial<Asked>) => go(addressOf({ ...asked, ...change }));
  return (
    <div className="access">
      <div className="screen-head">
        <h1>{words.title}</h1>
        <span className="faint">{words.about}</span>
        <button type="button" className="button small push" onClick={again}>{words.refresh}</button>
      </div>
      <AccessForm key={JSON.stringify(asked)} asked={asked} />
      {!isGood && <p className="note warn" role="alert">{words.thingHelp}</p>}
      {isGood && (
        <Answer of={answer} again={again}>
          {({ items }) =>
            items.length === 0 ? (
              <p className="empty" role="status">{words.none}</p>
            ) : (
              <section className="panel access-found">
                <AccessTable items={items} onShow={show} />
                {more && <button type="button" className="button" onClick={more}>{words.more}</button>}
              </section>
            )
          }
        </Answer>
      )}
    </div>
  );
}

function AccessForm({ asked }: { asked: Asked }) {
  const words = useWords(accessWords);
  const [typed, setTyped] = useState(asked);
  function submit(event: FormEvent) {
    event.preventDefault();
    go(addressOf(askedOf(new URLSearchParams({ ...typed }))));
  }
  const field = (name: keyof Asked, label: string, more: { type?: string; placeholder?: string; maxLength?: number } = {}) => (
    <label>
      {label}
      <input
        className="input small"
        name={name}
        autoComplete="off"
        value={typed[name]}
        onChange={(e) => setTyped({ ...typed, [name]: e.target.value })}
        {...more}
      />
    </label>
  );
  return (
    <form className="access-form" role="search" onSubmit={submit}>
      {field('subject', words.subject, { maxLength: 100, placeholder: words.subjectHint })}
      {field('thing', words.thing, { maxLength: 60, placeholder: words.thingHint })}
      {field('from', words.from, { type: 'date' })}
      {field('to', words.to, { type: 'date' })}
      <span className="row">
        <button type="submit" className="button small primary">{words.find}</button>
        <button type="button" className="button small" onClick={() => go('/access')}>{words.clear}</button>
      </span>
    </form>
  );
}
