import { useFormats } from '../i18n/format';
import { useWords } from '../i18n/words';
import { follow } from '../routing/router';
import { roleWords } from '../signin/roleWords';
import { partsOf, shortId, type AccessItem, type Asked } from './access';
import { accessWords } from './words';

/** The items, one a row. Who did it and the thing lead to everything of theirs in the log. */
export function AccessTable({ items, onShow }: { items: readonly AccessItem[]; onShow: (change: Partial<Asked>) => void }) {
  const words = useWords(accessWords);
  return (
    <div className="table-scroll" tabIndex={0} role="region" aria-label={words.title}>
      <table className="table access-table">
        <caption className="visually-hidden">{words.title}</caption>
        <thead>
          <tr>
            {[words.at, words.who, words.fromWhere, words.what, words.toWhat, words.shown].map((head) => (
              <th key={head} scope="col">{head}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item, i) => <Row key={i} item={item} onShow={onShow} />)}
        </tbody>
      </table>
    </div>
  );
}

function Row({ item, onShow }: { item: AccessItem; onShow: (change: Partial<Asked>) => void }) {
  const words = useWords(accessWords);
  const roles = useWords(roleWords);
  const format = useFormats();
  const { subject, thing } = item;
  return (
    <tr data-refused={item.allowed ? undefined : ''}>
      <td className="num">{format.full(item.at)}</td>
      <td>
        {subject === null ? (
          <span className="faint">{words.nobody}</span>
        ) : (
          <button type="button" className="button plain small" title={words.ofSubject} onClick={() => onShow({ subject })}>
            {subject}
          </button>
        )}
        {item.role && <span className="faint"> {roles[item.role as keyof typeof roles] ?? item.role}</span>}
      </td>
      <td className="num">{item.from ?? '—'}</td>
      <td>
        {words.operations[item.what as keyof typeof words.operations] ?? item.what}
        {!item.allowed && <span className="chip bad">{words.refused}</span>}
        {item.times > 1 && <span className="chip">{words.times(item.times)}</span>}
        {item.query && <span className="faint num" title={words.digestHelp}> {words.digest(item.query.slice(0, 8))}</span>}
      </td>
      <td>{thing === null ? '—' : <Thing thing={thing} onShow={onShow} />}</td>
      <td>
        {item.shown.map((field) => (
          <span key={field} className="chip">{words.fields[field as keyof typeof words.fields] ?? field}</span>
        ))}
      </td>
    </tr>
  );
}

function Thing({ thing, onShow }: { thing: string; onShow: (change: Partial<Asked>) => void }) {
  const words = useWords(accessWords);
  const { kind, id, page } = partsOf(thing);
  const name = words.kinds[kind as keyof typeof words.kinds] ?? kind;
  return (
    <>
      <button type="button" className="button plain small" title={words.ofThing} onClick={() => onShow({ thing })}>
        {name} <span className="num" title={id}>{shortId(id)}</span>
      </button>
      {page && <a href={page} onClick={follow}>{words.open}</a>}
    </>
  );
}
