#!/usr/bin/env node
// @ts-check
// A small client of Tocsin: signs in, keeps a copy of the board by the feed, creates an incident once however often it is sent.
//   node sample.mjs [--seconds N] [URL ...]      TOCSIN_TOKEN holds a token; without it /dev/token is asked,
//                                                with the key in TOCSIN_DEV_KEY_FILE (default Gateway/data/dev.key)
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { setTimeout as sleep } from 'node:timers/promises';

const RETRY_MS = 1_000, GIVE_UP_MS = 60_000, ANSWER_MS = 10_000, SILENT_MS = 15_000;

class Client {
  /** @param {string[]} urls @param {string | undefined} token */
  constructor(urls, token) { this.urls = [...urls]; this.token = token; }

  /** @param {string} path @param {RequestInit} [init] */
  request(path, init) {
    const headers = { 'Content-Type': 'application/json', ...(this.token && { Authorization: `Bearer ${this.token}` }), ...init?.headers };
    return fetch(this.urls[0] + path, { signal: AbortSignal.timeout(ANSWER_MS), ...init, headers });
  }

  otherGateway = () => this.urls.push(...this.urls.splice(0, 1));

  async signIn() {
    if (this.token) return;
    const body = JSON.stringify({ subject: 'sample', role: 'dispatcher' });
    const key = readFileSync(process.env.TOCSIN_DEV_KEY_FILE ?? 'Gateway/data/dev.key', 'utf8').trim();
    this.token = (await (await this.request('/dev/token', { method: 'POST', body, headers: { 'Tocsin-Dev-Key': key } })).json()).token;
  }

  /** Sends a command until it is answered: the same bytes, the same key. @param {string} path @param {object} body @param {string} key */
  async post(path, body, key) {
    const [text, giveUp] = [JSON.stringify(body), Date.now() + GIVE_UP_MS];
    for (;;) {
      let wait = RETRY_MS;
      try {
        const answer = await this.request('/api/v1' + path, { method: 'POST', body: text, headers: { 'Idempotency-Key': key } });
        const thing = await answer.json();
        if (answer.ok) return { thing, repeated: answer.headers.has('Idempotency-Replayed') };
        if (![429, 503].includes(answer.status) && thing.code !== 'conflict') return { problem: thing };
        wait = 1_000 * Number(answer.headers.get('Retry-After') ?? RETRY_MS / 1_000);
      } catch (error) {
        if (Date.now() > giveUp) throw error; // no answer: it may have been done, and the key makes the next attempt safe
      }
      this.otherGateway();
      await sleep(wait);
    }
  }
}

/** A copy of the board that the feed keeps current. */
class Board {
  /** @type {Map<string, any>} */ items = new Map();
  /** @type {string | null} */ epoch = null;
  position = 0;

  /** @param {Client} client @param {(event: any) => void} onEvent */
  constructor(client, onEvent) { this.client = client; this.onEvent = onEvent; }

  async follow() {
    for (let failures = 0; ; failures++) {
      const silent = new AbortController();
      let timer = setTimeout(() => silent.abort(), SILENT_MS);
      try {
        if (this.epoch === null) await this.load();
        const stream = await this.client.request(`/api/v1/feed?after=${this.position}&epoch=${this.epoch}`, { signal: silent.signal });
        if (!stream.ok || !stream.body) throw new Error(`feed: ${stream.status}`);
        failures = 0;
        let rest = '';
        for await (const text of stream.body.pipeThrough(new TextDecoderStream())) {
          clearTimeout(timer);
          timer = setTimeout(() => silent.abort(), SILENT_MS);
          const frames = (rest + text).split('\n\n');
          rest = frames.pop() ?? '';
          frames.forEach((frame) => this.read(frame));
        }
      } catch (error) {
        console.error('feed:', String(error)); // refused, unavailable, silent for too long, cut in the middle
      }
      clearTimeout(timer);
      this.client.otherGateway();
      await sleep(Math.min(10, failures + 1) * 1_000 * (0.5 + Math.random() / 2));
    }
  }

  async load() {
    const board = await (await this.client.request('/api/v1/board')).json();
    if (!board.epoch) throw new Error(`board: ${board.code}`);
    this.items = new Map([...board.incidents, ...board.units].map((item) => [item.id, item]));
    [this.epoch, this.position] = [board.epoch, board.position];
  }

  read(/** @type {string} */ text) {
    const { id, event, data } = Object.fromEntries(text.split('\n').map((line) => line.split(/: (.*)/s)));
    if (event === 'reset') this.epoch = null; // another history: begin again
    if (id !== undefined && event !== undefined) this.take(JSON.parse(data));
    if (id !== undefined) this.position = Number(id);
  }

  take(/** @type {any} */ event) {
    const [kind, id] = event.stream.split('/');
    const known = this.items.get(id)?.version ?? 0;
    const isItem = kind === 'incident' || kind === 'unit';
    if (isItem && event.view === null && event.version >= known) this.items.delete(id);
    if (isItem && event.view !== null && event.view.version >= known) this.items.set(id, event.view);
    this.onEvent(event);
  }
}

const { values, positionals } = parseArgs({ options: { seconds: { type: 'string', default: '20' } }, allowPositionals: true });
const urls = positionals.length > 0 ? positionals : ['http://127.0.0.1:5080'];
const client = new Client(urls, process.env['TOCSIN_TOKEN']);
await client.signIn();
const board = new Board(new Client(urls, client.token), (event) => console.log(event.position, event.stream, event.kind));
void board.follow();
const [key, body] = [crypto.randomUUID(), { category: 'theft', priority: 3, location: { lat: 36.53, lon: 113.05 }, exercise: true }];
for (const time of ['first', 'second']) { // the second answer says that the command was done before
  const { thing, repeated, problem } = await client.post('/incidents', body, key);
  console.log(time, problem ?? `incident ${thing.number} repeated: ${repeated}`);
}
await sleep(1_000 * Number(values.seconds));
console.log(board.items.size, 'items on the board at', board.position);
process.exit(0);
