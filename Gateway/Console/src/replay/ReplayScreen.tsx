import { match, usePath } from '../routing/router';
import { BoardReplay } from './BoardReplay';
import { IncidentReplay } from './IncidentReplay';
import '../queue/queue.css';
import './replay.css';

/** /replay: the whole board at a past moment. /replay/ID: one incident, event by event. */
export default function ReplayScreen() {
  const id = match('/replay/:id', usePath())?.['id'];
  return id ? <IncidentReplay key={id} id={id} /> : <BoardReplay />;
}
