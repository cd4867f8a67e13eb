import { useWords } from '../i18n/words';
import { Board } from '../live/Board';
import { useItems } from '../live/live';
import { useSecond } from '../time/ticker';
import { Card } from './Card';
import { byColumn, columns } from './columns';
import { directiveWords } from './words';
import './directives.css';

export default function DirectivesScreen() {
  return <Board><Columns /></Board>;
}

/** The open directives in four columns: to sign, running, late, came back. */
function Columns() {
  const words = useWords(directiveWords);
  const second = useSecond();
  const groups = byColumn(useItems('directives'), second * 1000);
  return (
    <div className="directives">
      <h1 className="visually-hidden">{words.title}</h1>
      {columns.map((column) => (
        <section key={column} className="panel directive-column" data-column={column} aria-label={words.columns[column]}>
          <h2>{words.columns[column]} <span className="faint">{groups[column].length}</span></h2>
          {groups[column].length === 0 ? (
            <p className="empty">{words.none}</p>
          ) : (
            <ul>{groups[column].map((directive) => <Card key={directive.id} directive={directive} />)}</ul>
          )}
        </section>
      ))}
    </div>
  );
}
