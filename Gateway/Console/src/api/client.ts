import { serverClock } from '../time/serverClock';
import { Problem, Unreachable } from './problem';
import { signedIn, type WhyRefused } from './signedIn';

/** The timeout of a request; the gateway itself gives a command 8 s. */
const patienceMs = 12_000;

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface RequestOptions {
  body?: unknown;
  /** The idempotency key: the same for each retry of a command. */
  key?: string;
  signal?: AbortSignal;
  headers?: Record<string, string>;
  /** The request goes on when the page closes. */
  keepalive?: boolean;
}

/** Sends one request to the gateway that served this page. Throws a Problem or Unreachable. */
export async function request<T>(method: Method, path: string, options: RequestOptions = {}): Promise<T> {
  const response = await sendSignedIn(
    method,
    path,
    options,
    AbortSignal.any([AbortSignal.timeout(patienceMs), ...(options.signal ? [options.signal] : [])]),
  );
  const text = await bodyOf(response, options.signal);
  if (response.ok) return (text ? JSON.parse(text) : null) as T;
  throw problemOf(response, text);
}

/** Opens an event stream: ends as soon as the headers are there. */
export async function open(path: string, signal: AbortSignal): Promise<Response> {
  const response = await sendSignedIn('GET', path, { headers: { Accept: 'text/event-stream' } }, signal);
  if (!response.ok) throw problemOf(response, await response.text());
  return response;
}

/**
 * Sends with the token. A 401 that says that the token is bad or over is tried once more before anybody is told that the sign-in has ended:
 * a command carries its key. Any other 401 (of something on the way) says nothing of the sign-in: nobody answered.
 */
async function sendSignedIn(method: Method, path: string, options: RequestOptions, signal: AbortSignal): Promise<Response> {
  const token = signedIn.token();
  if (token === null) return send(method, path, options, signal, null);
  if (signedIn.expired() && path.startsWith('/api/')) throw new Problem(401, { code: 'unauthenticated' });
  const first = await send(method, path, options, signal, token);
  const why = await whyRefused(first);
  if (why === null) return first;
  if (why === 'blocked' || !(await signedIn.renew(token))) {
    signedIn.rejected(token, why);
    return first;
  }
  const renewed = signedIn.token() ?? token;
  const second = await send(method, path, options, signal, renewed);
  const whyAgain = await whyRefused(second);
  if (whyAgain !== null) signedIn.rejected(renewed, whyAgain);
  return second;
}

// Null: the token is not refused.
async function whyRefused(response: Response): Promise<WhyRefused | null> {
  if (response.status !== 401) return null;
  const challenge = response.headers.get('WWW-Authenticate') ?? '';
  if (!/error="(invalid_token|insufficient_user_authentication)"/.test(challenge)) throw new Unreachable(null);
  const problem = problemOf(response, await response.clone().text());
  return problem.code === 'blocked' ? 'blocked' : 'over';
}

async function send(
  method: Method,
  path: string,
  options: RequestOptions,
  signal: AbortSignal,
  token: string | null,
): Promise<Response> {
  const headers = new Headers(options.headers);
  if (token !== null) headers.set('Authorization', `Bearer ${token}`);
  if (options.key) headers.set('Idempotency-Key', options.key);
  if (options.body !== undefined) headers.set('Content-Type', 'application/json');
  const sentAt = Date.now();
  try {
    const response = await fetch(path, {
      method,
      headers,
      signal,
      cache: 'no-store',
      keepalive: options.keepalive ?? false,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
    serverClock.learn(sentAt, Date.now(), response.headers);
    return response;
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new Unreachable(error);
  }
}

async function bodyOf(response: Response, signal: AbortSignal | undefined): Promise<string> {
  try {
    return await response.text();
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable(error);
  }
}

function problemOf({ status, headers }: Response, text: string): Problem {
  const done = headers.get('Idempotency-Replayed') === 'true';
  try {
    return new Problem(status, JSON.parse(text) as Record<string, unknown>, done);
  } catch {
    return new Problem(status, {}, done);
  }
}

export const api = {
  get: <T>(path: string, signal?: AbortSignal) => request<T>('GET', `/api/v1${path}`, signal ? { signal } : {}),
};

/** A query string of the values that are neither null, undefined nor empty; empty: there are none. */
export function query(values: Record<string, string | number | boolean | null | undefined>): string {
  const given = Object.entries(values).filter(([, v]) => v !== null && v !== undefined && v !== '');
  return given.length === 0 ? '' : `?${new URLSearchParams(given.map(([k, v]) => [k, String(v)])).toString()}`;
}
