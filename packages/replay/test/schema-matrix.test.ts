import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ChangeRow, type Level, levels, parseCompatibility } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { directions, matrixRow, partsOf, schemaMatrix, schemaMatrixInSentences } from '../src/index.ts';

const file = fileURLToPath(new URL('../../../notes/compatibility.jsonl', import.meta.url));
const asked = parseCompatibility(readFileSync(file, 'utf8'));

/** Who can read whom, for each version before the change: `[the new schema reads it, it reads the new schema]`, the latest one last. */
const relation = fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1, maxLength: 4 });
type Relation = readonly (readonly [boolean, boolean])[];

/** The levels as they are defined, which is not how the matrix reads them. */
function takenBy(pairs: Relation): Level[] {
  const latest = pairs.slice(-1);
  const definitions: Readonly<Record<Level, boolean>> = {
    NONE: true,
    BACKWARD: latest.every(([back]) => back),
    BACKWARD_TRANSITIVE: pairs.every(([back]) => back),
    FORWARD: latest.every(([, forth]) => forth),
    FORWARD_TRANSITIVE: pairs.every(([, forth]) => forth),
    FULL: latest.every(([back, forth]) => back && forth),
    FULL_TRANSITIVE: pairs.every(([back, forth]) => back && forth),
  };
  return levels.filter((level) => definitions[level]);
}
const rowOf = (pairs: Relation): ChangeRow => ({
  format: 'AVRO',
  change: 'some-change',
  history: [...pairs.map((_, i) => ({ version: i + 1 })), { version: pairs.length + 1 }],
  taken: takenBy(pairs),
});

describe('a row of the matrix', () => {
  it('says of each level what the registry said', () => {
    fc.assert(
      fc.property(relation, (pairs) => {
        const row = rowOf(pairs);
        const { cells } = matrixRow(row);
        const read = levels.filter((level) => {
          const { direction, transitive } = partsOf(level);
          if (direction === null) return true;
          return cells[direction] === 'always' || (cells[direction] === 'latest' && !transitive);
        });
        expect(read).toEqual(row.taken);
      }),
    );
  });

  it('lets go first whoever can read the other, from the latest version on', () => {
    fc.assert(
      fc.property(relation, (pairs) => {
        const [newReads, oldReads] = pairs.at(-1) ?? [false, false];
        const { first } = matrixRow(rowOf(pairs));
        // Readers upgraded first: new schema, old records. Writers first: old schema, new records.
        expect(first === 'readers' || first === 'either').toBe(newReads);
        expect(first === 'writers' || first === 'either').toBe(oldReads);
      }),
    );
  });
});

describe('what the registry answered', () => {
  it('takes everything at NONE, and at no level what it refuses at a laxer one', () => {
    for (const { change, taken } of asked.rows) {
      const takes = (level: Level) => taken.includes(level);
      expect([change, takes('NONE')]).toEqual([change, true]);
      expect([change, takes('FULL')]).toEqual([change, takes('BACKWARD') && takes('FORWARD')]);
      expect([change, takes('FULL_TRANSITIVE')]).toEqual([change, takes('BACKWARD_TRANSITIVE') && takes('FORWARD_TRANSITIVE')]);
      for (const each of directions) if (takes(`${each}_TRANSITIVE`)) expect([change, takes(each)]).toEqual([change, true]);
    }
  });

  it('can be read aloud, a sentence for each change and one for who was asked', () => {
    const sentences = schemaMatrixInSentences(schemaMatrix(asked, 'AVRO'));
    expect(sentences).toHaveLength(asked.rows.filter(({ format }) => format === 'AVRO').length + 1);
    expect(sentences).toEqual(
      expect.arrayContaining([
        'Field added with default: passes; either first.',
        'Field dropped without default: passes BACKWARD; readers first.',
        'Field renamed: refused at every level; nobody can go first.',
        'Default removed after two steps: passes; either first. Refused at BACKWARD_TRANSITIVE and FULL_TRANSITIVE.',
        `Asked of ${asked.registry} on ${asked.asked}. At NONE all of it passes.`,
      ]),
    );
  });
});
