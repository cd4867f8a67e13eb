import type { components } from './schema';

export type ProblemBody = components['schemas']['Problem'];

/** A unit that could not be taken, and who holds it. */
export interface RefusedUnit {
  unitId: string;
  code: string;
  incidentId: string | null;
}

/** A field of a body that is wrong. */
export interface FieldError {
  field: string;
  code: string;
  message: string;
}

/** A refusal of the gateway: RFC 9457, with the codes of the contract. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly errors: readonly FieldError[];
  readonly units: readonly RefusedUnit[];
  readonly stage: string | null;
  /** The names of what is missing. */
  readonly missing: readonly string[];
  readonly traceId: string | null;

  /** @param done The command had been carried out before, and what it is about is another's affair now: nothing was refused. */
  constructor(status: number, body: Partial<Record<string, unknown>>, readonly done = false) {
    super(typeof body['detail'] === 'string' ? body['detail'] : typeof body['title'] === 'string' ? body['title'] : `HTTP ${status}`);
    this.name = 'Problem';
    this.status = status;
    this.code = typeof body['code'] === 'string' ? body['code'] : 'unknown';
    this.errors = Array.isArray(body['errors']) ? (body['errors'] as FieldError[]) : [];
    this.units = Array.isArray(body['units']) ? (body['units'] as RefusedUnit[]) : [];
    this.stage = typeof body['stage'] === 'string' ? body['stage'] : null;
    this.missing = Array.isArray(body['missing']) ? (body['missing'] as string[]) : [];
    this.traceId = typeof body['traceId'] === 'string' ? body['traceId'] : null;
  }
}

/** No answer, or not in time: the command may have been carried out or not. It is safe to send it again with the same key. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('the gateway does not answer', { cause });
    this.name = 'Unreachable';
  }
}

/** Whether the same request can be sent again later: no answer, the journal was unavailable, or too many requests. */
export function isPassing(error: unknown): boolean {
  return (
    error instanceof Unreachable ||
    (error instanceof Problem &&
      (error.status === 503 || error.status === 502 || error.status === 504 || error.status === 429 || error.status === 408))
  );
}
