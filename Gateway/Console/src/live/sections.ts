import { onBoard, type Directive } from '../api/directive';
import type { Board, BoardIncident, Incident, ReportingMark, Unit, UnitPosition } from '../api/types';
import { compareIds } from './ids';

interface Item {
  id: string;
  /** Grows by one with each event of the item's stream. */
  version: number;
}

/** A part of the board: the things of one kind of stream that are open, by id. */
interface Section<T extends Item, TAnswer extends Item> {
  /** The kind of stream that changes it: `incident` of `incident/a7`. */
  stream: string;
  /** What the board shows of a thing that a command answered with; null: it is no longer on the board. */
  ofAnswer(answer: TAnswer): T | null;
  /** The order of its list; absent: the order in which the items came. */
  order?(a: T, b: T): number;
  /** The last known position that comes with an item; null: it has none. */
  position?(item: T): UnitPosition | null;
  /** The mark of an item whose position reports are refused; null: it has none. */
  mark?(item: T): ReportingMark | null;
}

const section = <T extends Item, TAnswer extends Item = T>(row: Section<T, TAnswer>): Section<T, TAnswer> => row;

/** Everything that the live picture knows about the sections of the board, one row each. The names are those of `GET /board`. */
export const sections = {
  incidents: section<BoardIncident, Incident>({
    stream: 'incident',
    ofAnswer: (incident) => (incident.status === 'closed' ? null : boardItem(incident)),
  }),
  units: section<Unit>({
    stream: 'unit',
    ofAnswer: (unit) => (unit.status === 'offDuty' ? null : unit),
    order: (a, b) => compareIds(a.id, b.id),
    position: ({ id, position }) =>
      position && { ...position, speed: position.speed ?? null, heading: position.heading ?? null, unitId: id },
    mark: ({ id, reporting }) => (reporting?.refused ? { unitId: id, refused: reporting.refused, since: reporting.since } : null),
  }),
  directives: section<Directive>({ stream: 'directive', ofAnswer: onBoard }),
};

// Their events come by the feed and are told to listeners; the board shows nothing of them.
const streamsOnNoBoard = ['call', 'station', 'policy', 'setting', 'runCard'];

export type SectionName = keyof typeof sections;
export type ItemOf<S extends SectionName> = (typeof sections)[S] extends Section<infer T, infer _> ? T : never;
export type AnswerOf<S extends SectionName> = (typeof sections)[S] extends Section<infer _, infer TAnswer> ? TAnswer : never;

export const sectionNames = Object.keys(sections) as SectionName[];

const byStream = new Map<string, SectionName | null>([
  ...streamsOnNoBoard.map((stream) => [stream, null] as const),
  ...sectionNames.map((name) => [sections[name].stream, name] as const),
]);

/** The section that events of a kind of stream change; null: the kind is on no board; undefined: this console does not know the kind. */
export function sectionOf(streamKind: string): SectionName | null | undefined {
  return byStream.get(streamKind);
}

/** The row of a section, typed by its name. */
export function rowOf<S extends SectionName>(name: S): Section<ItemOf<S>, AnswerOf<S>> {
  return sections[name] as unknown as Section<ItemOf<S>, AnswerOf<S>>;
}

/** The items of a section in a board; none where the gateway is older than the section. */
export function itemsOf<S extends SectionName>(board: Board, name: S): readonly ItemOf<S>[] {
  return (board as unknown as { [N in SectionName]?: readonly ItemOf<N>[] })[name] ?? [];
}

// As long as the gateway cuts it.
const summaryCharsMax = 200;

/** A full incident as the board carries it: no long texts, no clocks that are over. */
export function boardItem(incident: Incident): BoardIncident {
  const { narrative, feedback: _feedback, calls: _calls, ...rest } = incident;
  return {
    ...rest,
    summary: narrative?.slice(0, summaryCharsMax) ?? null,
    clocks: incident.clocks.filter((c) => c.state === 'running'),
  };
}
