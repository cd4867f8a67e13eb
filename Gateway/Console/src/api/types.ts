import type { components } from './schema';

type Schemas = components['schemas'];

export type Priority = 1 | 2 | 3 | 4;
export type Incident = Omit<Schemas['IncidentView'], 'location'> & { location: Location | null };
export type Unit = Schemas['UnitView'];
export type Call = Omit<Schemas['CallView'], 'location'> & { location: Location | null };
export type Station = Schemas['StationView'];
export type OverdueList = Schemas['OverdueList'];
export type Settings = Schemas['ConsoleSettings'];

export type Clock = Incident['clocks'][number];
export type Assignment = Incident['assignments'][number];
export type Feedback = Incident['feedback'][number];
export type IncidentStatus = Incident['status'];
export type UnitStatus = Unit['status'];
export type Stage = Assignment['stage'];
export type ClockStage = Clock['stage'];

/** Where something is: coordinates (WGS 84), words, or both. */
export interface Location {
  lat: number | null;
  lon: number | null;
  address: string | null;
}

/** An open incident as the board and the feed carry it: no personal data, no long texts. */
export type BoardIncident = Omit<Incident, 'narrative' | 'feedback' | 'calls'> & { summary: string | null };

/** The whole picture at a position of the journal. */
export interface Board {
  epoch: string;
  position: number | null;
  at: string;
  incidents: BoardIncident[];
  units: Unit[];
}

/** A position of a unit, as the feed carries it once a second. */
export interface UnitPosition {
  unitId: string;
  lat: number;
  lon: number;
  at: string;
  speed: number | null;
  heading: number | null;
  stale: boolean;
}

/** Who works at another console, and what is open there. */
export interface Presence {
  consoleId: string;
  subject: string;
  role: string;
  incidentId: string | null;
}

export interface Actor {
  subject: string;
  role: string;
  unitId: string | null;
}

/** An event of the journal, as trails and the feed carry it. */
export interface JournalEvent {
  position: number;
  stream: string;
  version: number;
  kind: string;
  occurredAt: string;
  recordedAt: string;
  actor: Actor;
  commandId: string | null;
  data: Record<string, unknown>;
}

/** A page of a list. */
export interface Page<T> {
  items: T[];
  next: string | null;
}
