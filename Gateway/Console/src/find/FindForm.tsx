import type { FormEvent } from 'react';
import { useWords } from '../i18n/words';
import { useStations } from '../stations/names';
import { askedOf, kinds, sorts, states, type Asked } from './find';
import { findWords } from './words';

const priorities = ['1', '2', '3', '4'] as const;

/** What is looked for. Nothing is asked before somebody presses Find or Enter. */
export function FindForm({
  asked,
  mayCalls,
  onFind,
}: {
  asked: Asked;
  mayCalls: boolean;
  onFind: (asked: Asked, number: string) => void;
}) {
  const words = useWords(findWords);
  const stations = useStations();

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? '');
    onFind(askedOf(new URLSearchParams([...given.keys()].filter((n) => n !== 'number').map((n) => [n, text(n)]))), text('number'));
  }

  const choice = <T extends string>(name: keyof Asked, label: string, all: readonly T[], names: Record<T, string>) => (
    <label>
      {label}
      <select className="input small" name={name} defaultValue={asked[name]}>
        {all.map((a) => <option key={a} value={a}>{names[a]}</option>)}
      </select>
    </label>
  );
  const field = (name: keyof Asked, label: string, type = 'text', max = 100) => (
    <label>
      {label}
      <input className="input small" name={name} type={type} maxLength={max} defaultValue={asked[name]} autoComplete="off" />
    </label>
  );
  const isIncidents = asked.kind === 'incidents';
  return (
    <form className="find-form" role="search" onSubmit={submit} key={JSON.stringify(asked)}>
      {mayCalls && (
        <label>
          {words.kind}
          <select
            className="input small"
            name="kind"
            value={asked.kind}
            onChange={(e) => onFind({ ...askedOf(new URLSearchParams()), kind: e.target.value as Asked['kind'] }, '')}
          >
            {kinds.map((k) => <option key={k} value={k}>{words.kinds[k]}</option>)}
          </select>
        </label>
      )}
      <label className="grow">
        {words.words}
        <input
          className="input small"
          name="q"
          type="search"
          maxLength={200}
          defaultValue={asked.q}
          placeholder={words.wordsHint}
          autoComplete="off"
        />
      </label>
      {!isIncidents && (
        <label>
          {words.number}
          <input className="input small" name="number" maxLength={32} placeholder={words.numberHint} autoComplete="off" inputMode="tel" />
        </label>
      )}
      {field('from', words.from, 'date')}
      {field('to', words.to, 'date')}
      {isIncidents && (
        <>
          {choice('status', words.status, states, words.states)}
          {choice('priority', words.priority, ['', ...priorities], { '': words.any, '1': '1', '2': '2', '3': '3', '4': '4' })}
          {field('category', words.category)}
          <label>
            {words.station}
            <select className="input small" name="station" defaultValue={asked.station}>
              <option value="">{words.any}</option>
              {stations.map((s) => <option key={s.id} value={s.id}>{s.name}</option>)}
            </select>
          </label>
          {field('unit', words.unit, 'text', 40)}
          {field('disposition', words.disposition)}
          {choice('sort', words.sort, sorts, words.sorts)}
        </>
      )}
      <span className="row">
        <button type="submit" className="button small primary">{words.find}</button>
        <button
          type="button"
          className="button small"
          onClick={() => onFind({ ...askedOf(new URLSearchParams()), kind: asked.kind }, '')}
        >
          {words.clear}
        </button>
      </span>
    </form>
  );
}
