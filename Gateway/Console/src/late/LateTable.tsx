import { Icon } from '../design/Icon';
import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { splitNumber, terms } from '../incident/terms';
import { follow } from '../routing/router';
import { useMay } from '../signin/may';
import { usePerson } from '../signin/session';
import { useStationNames } from '../stations/names';
import { useSecond } from '../time/ticker';
import { lateSecondsAt, mayTake, type OverdueItem } from './severity';
import { lateWords } from './words';

export type Act = 'urge' | 'supervise' | 'take';

const levelTone = { station: 'warn', supervisor: 'bad', dutyCommander: 'bad' } as const;

/** A row for each late thing, worst first, with the actions on it. */
export function LateTable({
  items,
  busy,
  onAct,
}: {
  items: readonly OverdueItem[];
  busy: string | null;
  onAct: (act: Act, item: OverdueItem) => void;
}) {
  const words = useWords(lateWords);
  return (
    <table className="table late-table">
      <caption className="visually-hidden">{words.title}. {words.list}</caption>
      <thead>
        <tr>
          <th scope="col">{words.lateFor}</th>
          <th scope="col">{words.incident}</th>
          <th scope="col">{words.what}</th>
          <th scope="col">{words.station}</th>
          <th scope="col">{words.level}</th>
          <th scope="col">{words.taken}</th>
          <th scope="col">
            <span className="visually-hidden">{words.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>{items.map((item) => <Line key={keyOf(item)} item={item} busy={busy === keyOf(item)} onAct={onAct} />)}</tbody>
    </table>
  );
}

export const keyOf = (item: OverdueItem) => [item.stream ?? item.incidentId ?? item.callId, item.kind, item.stage, item.unitId].join(' ');

function Line({ item, busy, onAct }: { item: OverdueItem; busy: boolean; onAct: (act: Act, item: OverdueItem) => void }) {
  const words = useWords(lateWords);
  const term = useWords(terms);
  const format = useFormats();
  const stationName = useStationNames();
  const maySupervise = useMay('supervise');
  const roles = usePerson()?.roles ?? [];
  const number = item.number ? splitNumber(item.number)[1] : '';
  const what = item.stage ? words.stage(term.clock[item.stage]) : words.kind[item.kind as keyof typeof words.kind];
  return (
    <tr data-untaken={item.takenBy === null ? '' : undefined}>
      <td><Late item={item} /></td>
      <td>
        <span className="row">
          {item.priority !== null && (
            <span className="priority" data-priority={item.priority}>
              <span className="visually-hidden">{term.priority(item.priority).replace(/[0-9]/g, '')}</span>
              {item.priority}
            </span>
          )}
          {item.directiveId ? (
            <a href={`/directives/${encodeURIComponent(item.directiveId)}`} onClick={follow}>
              <b className="num">{item.number}</b>
            </a>
          ) : item.incidentId ? (
            <a href={`/incidents/${encodeURIComponent(item.incidentId)}`} onClick={follow}>
              <b className="num">{number}</b>
            </a>
          ) : (
            <a href={`/calls/${encodeURIComponent(item.callId ?? '')}`} onClick={follow}>
              {item.stage ? words.call : words.callEnded}
            </a>
          )}
          <span className="cut">{item.category}</span>
          {item.exercise && <span className="chip violet">{words.exercise}</span>}
        </span>
      </td>
      <td>
        <b>{what}</b>
        {item.unitId && (
          <span className="chip">
            <Icon name="units" />
            {item.unitId}
          </span>
        )}
        <br />
        <span className="faint num">{words.since(format.time(item.since))}</span>
      </td>
      <td>{item.station === null ? '—' : stationName(item.station)}</td>
      <td>
        {item.level ? (
          <span className={`chip ${levelTone[item.level]}`} title={words.levelHints[item.level]}>
            <Icon name={item.level === 'station' ? 'pin' : 'alert'} />
            {words.levels[item.level]}
          </span>
        ) : (
          <span className="faint">{words.nobodyTold}</span>
        )}
      </td>
      <td>
        {item.takenBy ?? <span className="chip warn">{words.nobodyTook}</span>}
        {item.supervision && (
          <span className="faint" title={item.supervision.reason ?? undefined}>
            <br />
            <Icon name="eye" /> {words.supervisedBy(item.supervision.by)}
          </span>
        )}
      </td>
      <td>
        <span className="row late-acts">
          {mayTake(roles, item) && (
            <button
              type="button"
              className="button small primary"
              disabled={busy}
              title={words.takeHint(words.levels[item.level!])}
              aria-label={`${words.take} ${number}: ${what}`}
              onClick={() => onAct('take', item)}
            >
              {words.take}
            </button>
          )}
          {maySupervise && item.incidentId && item.kind === 'overdue' && (
            <button
              type="button"
              className="button small"
              aria-label={`${words.urge} ${number}: ${what}`}
              onClick={() => onAct('urge', item)}
            >
              {words.urge}
            </button>
          )}
          {maySupervise && item.incidentId && (
            <button
              type="button"
              className="button small"
              aria-label={`${words.supervise} ${number}`}
              onClick={() => onAct('supervise', item)}
            >
              {words.supervise}
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}

/** The only cell that is drawn each second. */
function Late({ item }: { item: OverdueItem }) {
  const second = useSecond();
  const format = useFormats();
  const seconds = lateSecondsAt(item, second * 1000);
  return <b className="late-for num"><Icon name="alert" />{format.elapsed(seconds)}</b>;
}
