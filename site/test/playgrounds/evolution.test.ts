import { directions, schemaMatrix } from '@proving/replay';
import { parseCompatibility } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerOf } from '../../src/playgrounds/evolution/answer.ts';
import { linesOf } from '../../src/playgrounds/evolution/lines.ts';
import { compatibility } from './compatibility.ts';

const { rows } = schemaMatrix(parseCompatibility(compatibility()));
const picked = fc.record({
  row: fc.constantFrom(...rows),
  direction: fc.constantFrom('NONE' as const, ...directions),
  transitive: fc.boolean(),
});

describe('the evolution playground', () => {
  it('answers what the registry answered, for every change at every level', () => {
    fc.assert(
      fc.property(picked, ({ row, direction, transitive }) => {
        const { level, taken, says } = answerOf(row, direction, transitive);
        expect(taken).toBe(row.taken.includes(level));
        expect(says).toBe(`${level} ${taken ? 'takes' : 'refuses'} it.`);
      }),
      { numRuns: 500 },
    );
  });

  it('never gives a reason that speaks against its answer', () => {
    fc.assert(
      fc.property(picked, ({ row, direction, transitive }) => {
        const { taken, because } = answerOf(row, direction, transitive);
        const against = /cannot read|But a version further back/.test(because);
        expect(against).toBe(!taken);
      }),
      { numRuns: 500 },
    );
  });

  it('at NONE compares nothing, and says so', () => {
    for (const row of rows) expect(answerOf(row, 'NONE', true).because).toMatch(/^At NONE nothing is compared/);
  });

  it('shows each version in lines of which none comes twice, and some differ from the version before', () => {
    for (const { change, history } of rows) {
      const versions = history.map(linesOf);
      for (const lines of versions) expect([change, new Set(lines).size]).toEqual([change, lines.length]);
      for (const [i, lines] of versions.entries())
        if (i > 0) expect([change, lines.join('\n') === versions[i - 1]?.join('\n')]).toEqual([change, false]);
    }
  });
});
