import type { components } from './schema';

type Schemas = components['schemas'];

export type Priority = 1 | 2 | 3 | 4;
export type Incident = Omit<Schemas['IncidentView'], 'location' | 'assignments' | 'clocks' | 'erasure' | 'erased'> & {
  location: Location | null;
  assignments: Assignment[];
  clocks: Clock[];
} & Distress & Erasable;
export type Unit = Omit<Schemas['UnitView'], 'position' | 'reporting'> & {
  position: Schemas['UnitView']['position'] | null;
  unreadByCentre?: number;
  reporting?: UnitReporting | null;
  retired?: boolean;
  visiting?: boolean;
  agency?: string | null;
};
export type Call = Omit<Schemas['CallView'], 'location' | 'erasure' | 'erased'> & { location: Location | null } & Erasable;
export type Station = Schemas['StationView'] & { retired?: boolean };
export type OverdueList = Schemas['OverdueList'];
export type Settings = Schemas['ConsoleSettings'];
export type SharedCallSign = Schemas['SharedCallSign'];

/** `suspect`: void, because the fact that would have met it lies before its start. */
export type Clock = Schemas['IncidentView']['clocks'][number] & { suspect?: boolean };
/** `n`: its number within the incident, from 1; a picture that an older page kept has none. */
export type Assignment = Schemas['IncidentView']['assignments'][number] & { n?: number };
export type Feedback = Incident['feedback'][number];
export type IncidentStatus = Incident['status'];
export type UnitStatus = Unit['status'];
export type Stage = Assignment['stage'];
export type ClockStage = Clock['stage'];

/** How far the newest erasure of a call or an incident has come. */
export interface Erasure {
  status: 'awaitingApproval' | 'erased';
  fields: readonly string[];
  reason: string;
  /** Null where its age was the reason. */
  askedBy: string | null;
  askedAt: string;
  approvedBy: string | null;
  erasedAt: string | null;
}

interface Erasable {
  /** Absent where nothing was erased. */
  erased?: boolean;
  erasure?: Erasure | null;
}

/** An incident's unread messages, and the unit in distress that it is about. */
interface Distress {
  unread?: number;
  panicUnitId?: string | null;
  /** Who has seen the distress; absent where the gateway is older than the acknowledgement. */
  distress?: { unitId: string; raisedAt: string; acknowledgedBy: string | null; acknowledgedAt: string | null } | null;
}

/** Where something is: coordinates (WGS 84), words, or both. */
export interface Location {
  lat: number | null;
  lon: number | null;
  address: string | null;
  /** The radius in metres within which it is; absent or null: not known. So are the others. */
  accuracy?: number | null;
  /** How sure that is, in per cent. */
  confidence?: number | null;
  /** How it was found, in the sender's words. */
  method?: string | null;
  /** When it was found. */
  at?: string | null;
}

/** An open incident as the board and the feed carry it: no personal data, no long texts. */
export type BoardIncident = Omit<Incident, 'narrative' | 'feedback' | 'calls' | 'parties' | 'evidenceCount'> & { summary: string | null };

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
  /** The radius in metres within which the unit is; absent or null: not known. */
  accuracy?: number | null;
}

/** How a unit's device reports its position; on the board only of a unit whose reports are refused. */
export interface UnitReporting {
  lastHeardAt: string | null;
  lastRejected: { code: string; at: string } | null;
  refused: string | null;
  since: string | null;
}

/** A unit whose position reports are refused for long, as the feed tells it; `refused` null: not any more. */
export interface ReportingMark {
  unitId: string;
  refused: string | null;
  since: string | null;
}

/** A person at a console, and the incident that is open there. */
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

/** Why a unit is offered, passed over, or missing. */
export interface Reason {
  code: string;
  text: string;
  meters?: number | null;
  seconds?: number | null;
  count?: number | null;
  name?: string | null;
  incidentId?: string | null;
  number?: string | null;
  priority?: number | null;
}

export interface Recommendation {
  unitId: string;
  /** Null where the place of the incident is not known; so is the distance. */
  etaSeconds: number | null;
  distanceMeters: number | null;
  reasons: string[];
  why?: Reason[];
}

export interface PlanNeed {
  need: string;
  count: number;
  present?: string[];
  units: Recommendation[];
  next?: Recommendation[];
  missing: number;
  reason: string | null;
  why?: Reason[];
}

/** The units that the run card asks for, and those that would go now. */
export interface ResponsePlan {
  runCardId: string;
  alarm: number;
  alarms?: number;
  needs: PlanNeed[];
  passedOver: Recommendation[];
}

export interface PlanAnswer {
  incident: Incident;
  assigned: string[];
  replaced: { unitId: string; by: string | null; code: string }[];
  missing: unknown[];
}

export interface RunCard {
  id: string;
  name: string;
  categories: string[];
  priorities: number[];
  stations: string[];
  questions: { text: string; answers: string[] }[];
  retired: boolean;
}

/** An open incident that a call may be about. */
export interface Duplicate {
  incidentId: string;
  score: number;
  reasons: string[];
  why?: { code: string; value: number | null; score: number }[];
  number?: string;
  category?: string;
  priority?: number;
  location?: Location | null;
  receivedAt?: string;
  callCount?: number;
}

export interface Message {
  id: string;
  /** Null: it was erased. */
  text: string | null;
  from: { subject: string; role: string; unitId: string | null };
  to?: 'unit' | 'centre' | 'all';
  sentAt: string;
  incidentId: string | null;
  readAt: string | null;
  readBy: { subject: string; unitId: string | null; at: string }[];
}
