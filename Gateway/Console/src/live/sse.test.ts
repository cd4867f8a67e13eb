import { expect, test } from 'vitest';
import { SseParser } from './sse';

const frames = (...chunks: string[]) => {
  const parser = new SseParser();
  return chunks.flatMap((chunk) => [...parser.push(chunk)]);
};

test('a frame is whole however the network cuts it', () => {
  const text = 'id: 7\nevent: IncidentCreated\ndata: {"a":1}\n\n';
  for (let cut = 1; cut < text.length; cut++)
    expect(frames(text.slice(0, cut), text.slice(cut))).toEqual([{ id: '7', event: 'IncidentCreated', data: '{"a":1}' }]);
});

test('several frames come out of one chunk, each with its own id only', () => {
  expect(frames('id: 1\ndata: a\n\nevent: positions\ndata: []\n\n')).toEqual([
    { id: '1', event: 'message', data: 'a' },
    { id: null, event: 'positions', data: '[]' },
  ]);
});

test('an empty frame says how far the feed has come', () => {
  expect(frames('id: 99\n\n')).toEqual([{ id: '99', event: 'message', data: '' }]);
});

test('comments and blank lines are no frames, lines of data are joined, line ends may be of two characters', () => {
  expect(frames(': hello\n\n\n', 'data: a\r\ndata: b\r\n\r\n')).toEqual([{ id: null, event: 'message', data: 'a\nb' }]);
});

test('a frame without an end is refused before it fills the memory', () => {
  expect(() => frames('data: ' + 'x'.repeat(4_000_001))).toThrow('no end');
});
