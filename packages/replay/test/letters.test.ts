import { describe, expect, it } from 'vitest';
import { isFlow, letters, lettersInSentences } from '../src/index.ts';
import { packed } from './looked-into.ts';
import { setAside } from './set-aside.ts';

describe('a flow of records that are set aside', () => {
  it('says of each where it came, in order of time, and tells the others together', () => {
    expect(lettersInSentences(letters.of(setAside))).toEqual([
      'order 2: orders/0 at 1, then retries/0 at 0, then retries/0 at 1, then labels/0 at 2.',
      'order four: orders/0 at 3, then dead-letters/0 at 0.',
      'order 5: orders/0 at 4.',
      'order 6: orders/0 at 5.',
      'order 1, 3: orders, then labels.',
    ]);
  });

  it('counts a record only when the brokers have answered', () => {
    const unanswered = setAside.filter((event) => event.type !== 'client.ack' || event.id !== 5);
    expect(lettersInSentences(letters.of(unanswered))).toContain('order four: orders/0 at 3.');
  });

  it('is no flow where nothing is set aside, or nothing is there yet', () => {
    expect(isFlow(letters.of(setAside))).toBe(true);
    expect(isFlow(letters.of(setAside.slice(0, 8)))).toBe(false);
    expect(isFlow(letters.of(packed))).toBe(false);
    const plain = setAside.map((event) => (event.type === 'topic.created' ? { ...event, title: 'orders' } : event));
    expect(letters.of(plain).records).toEqual([]);
  });
});
