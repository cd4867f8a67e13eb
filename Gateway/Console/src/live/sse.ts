/** One frame of an event stream. */
export interface SseFrame {
  /** The `id:` of this frame; null: it has none. */
  id: string | null;
  event: string;
  data: string;
}

// A frame of 1,000 positions is some 100 KB; a much longer one is an error.
const frameCharsMax = 4_000_000;

/** Parses a text stream into frames, however the network cut it. An empty frame with an id is a frame, too: it is the heartbeat. */
export class SseParser {
  #rest = '';
  #id: string | null = null;
  #event = 'message';
  #data: string[] = [];
  #touched = false;

  *push(text: string): Generator<SseFrame> {
    this.#rest += text;
    if (this.#rest.length > frameCharsMax) throw new Error('a frame of the feed has no end');
    let start = 0;
    for (;;) {
      const end = this.#rest.indexOf('\n', start);
      if (end < 0) break;
      const line = this.#rest.slice(start, this.#rest[end - 1] === '\r' && end > start ? end - 1 : end);
      start = end + 1;
      if (line !== '') this.#take(line);
      else if (this.#touched) yield this.#flush();
    }
    this.#rest = this.#rest.slice(start);
  }

  #take(line: string): void {
    if (line.startsWith(':')) return;
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'id') this.#id = value;
    else if (field === 'event') this.#event = value;
    else if (field === 'data') this.#data.push(value);
    else return;
    this.#touched = true;
  }

  #flush(): SseFrame {
    const frame = { id: this.#id, event: this.#event, data: this.#data.join('\n') };
    [this.#id, this.#event, this.#data, this.#touched] = [null, 'message', [], false];
    return frame;
  }
}
