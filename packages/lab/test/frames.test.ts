import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apiKeyOf, correlationOf, Frames } from '../src/frames.ts';

const frame = (body: Uint8Array) => {
  const bytes = Buffer.alloc(4 + body.length);
  bytes.writeInt32BE(body.length, 0);
  bytes.set(body, 4);
  return bytes;
};

describe('frames', () => {
  it('come out as they went in, however the stream was cut', () => {
    const bodies = fc.array(fc.uint8Array({ minLength: 0, maxLength: 40 }), { maxLength: 8 });
    fc.assert(
      fc.property(bodies, fc.array(fc.integer({ min: 1, max: 17 }), { minLength: 1 }), (all, cuts) => {
        const stream = Buffer.concat(all.map(frame));
        const frames = new Frames();
        const out: Buffer[] = [];
        for (let at = 0, i = 0; at < stream.length; i++) {
          const next = at + (cuts[i % cuts.length] as number);
          out.push(...frames.push(stream.subarray(at, next)));
          at = next;
        }
        expect(out.map((each) => each.toString('hex'))).toEqual(all.map((body) => frame(body).toString('hex')));
      }),
    );
  });

  it('name their api and their correlation id', () => {
    const request = frame(Buffer.from('0000000900000007', 'hex'));
    expect([apiKeyOf(request), correlationOf(request, 'request')]).toEqual([0, 7]);
    expect(correlationOf(frame(Buffer.from('00000007', 'hex')), 'response')).toBe(7);
  });
});
