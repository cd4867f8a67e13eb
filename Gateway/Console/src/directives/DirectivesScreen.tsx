import { useState } from 'react';
import { Icon } from '../design/Icon';
import { Answer } from '../asking/Answer';
import { answerOf } from '../asking/asked';
import { useWords } from '../i18n/words';
import { useShortcuts } from '../keyboard/shortcuts';
import { Board } from '../live/Board';
import { useItems } from '../live/live';
import { useSecond } from '../time/ticker';
import { match, usePath } from '../routing/router';
import { Card } from './Card';
import { byColumn, columns } from './columns';
import { DirectivePage } from './DirectivePage';
import { IssueDialog } from './IssueDialog';
import { issueWords } from './issueWords';
import { useMayIssue } from './useMayIssue';
import { useRefused } from './useRefused';
import { directiveWords } from './words';
import './directives.css';

export default function DirectivesScreen() {
  const id = match('/directives/:id', usePath())?.['id'] ?? null;
  if (id) return <DirectivePage key={id} id={id} />;
  return <Board><Columns /></Board>;
}

/** The open directives in four columns: to sign, running, late, came back; with the last those that were refused. */
function Columns() {
  const words = useWords(directiveWords);
  const second = useSecond();
  const open = useItems('directives');
  const refused = useRefused();
  const groups = byColumn([...open, ...((refused && answerOf(refused.asked)) ?? [])], second * 1000);
  // Nothing came back only if it is known what was refused.
  const isKnown = refused === null || answerOf(refused.asked) !== null;
  return (
    <div className="directives-screen">
      <Head />
      <div className="directives">
        {columns.map((column) => (
          <section key={column} className="panel directive-column" data-column={column} aria-label={words.columns[column]}>
            <h2>{words.columns[column]} <span className="faint">{groups[column].length}</span></h2>
            {column === 'back' && refused && (
              <Answer of={refused.asked} again={refused.again} what={words.refusedOnes}>{() => null}</Answer>
            )}
            {groups[column].length > 0 && (
              <ul>{groups[column].map((directive) => <Card key={directive.id} directive={directive} />)}</ul>
            )}
            {groups[column].length === 0 && (column !== 'back' || isKnown) && <p className="empty">{words.none}</p>}
          </section>
        ))}
      </div>
    </div>
  );
}

function Head() {
  const words = useWords(directiveWords);
  const issuing = useWords(issueWords);
  const mayIssue = useMayIssue();
  const [asking, setAsking] = useState(false);
  useShortcuts(mayIssue ? [{ keys: 'd', label: () => issuing.title, run: () => setAsking(true) }] : []);
  return (
    <div className="screen-head">
      <h1>{words.title}</h1>
      {mayIssue && (
        <button type="button" className="button primary push" title="d" onClick={() => setAsking(true)}>
          <Icon name="plus" />
          {issuing.title}
        </button>
      )}
      {asking && <IssueDialog affair={null} onClose={() => setAsking(false)} />}
    </div>
  );
}
