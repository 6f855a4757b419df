import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCompatibility, type Quiz } from '@proving/spec';
import { expect, test } from 'vitest';
import { avroChanges, jsonChanges } from '../house/schema-changes.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { rows: table } = parseCompatibility(readFileSync(join(root, 'notes/compatibility.jsonl'), 'utf8'));
const answered = (format: string) => table.filter((row) => row.format === format);

// A second opinion: Avro's own library, which knows nothing of registries, says who can read what.
const avro = createRequire(join(root, 'lessons/13-avro-and-the-registry/lesson.ts'))('avsc') as {
  readonly Type: { forSchema(schema: unknown): { createResolver(writer: unknown): unknown } };
};
const canRead = (reader: unknown, writer: unknown): boolean => {
  try {
    avro.Type.forSchema(reader).createResolver(avro.Type.forSchema(writer));
    return true;
  } catch {
    return false;
  }
};

const levels: Readonly<Record<string, (change: unknown, before: readonly unknown[]) => boolean>> = {
  NONE: () => true,
  BACKWARD: (change, before) => canRead(change, before.at(-1)),
  BACKWARD_TRANSITIVE: (change, before) => before.every((old) => canRead(change, old)),
  FORWARD: (change, before) => canRead(before.at(-1), change),
  FORWARD_TRANSITIVE: (change, before) => before.every((old) => canRead(old, change)),
  FULL: (change, before) => canRead(change, before.at(-1)) && canRead(before.at(-1), change),
  FULL_TRANSITIVE: (change, before) => before.every((old) => canRead(change, old) && canRead(old, change)),
};

test('every change that is named was asked about, once and in order, by the versions that stand here', () => {
  const asked = (format: string) => answered(format).map(({ change: id, history }) => ({ id, history }));
  expect(asked('AVRO')).toEqual(avroChanges);
  expect(asked('JSON')).toEqual(jsonChanges);
});

test('what the registry said of Avro is what the library says of reader and writer, in every cell', () => {
  const expected = avroChanges.map(({ id, history }) => ({
    change: id,
    taken: Object.keys(levels).filter((level) => levels[level]?.(history.at(-1), history.slice(0, -1))),
  }));
  expect(answered('AVRO').map(({ change, taken }) => ({ change, taken }))).toEqual(expected);
});

test('to a JSON object that is open, an optional property is an addition that breaks old data, unlike to a record of Avro', () => {
  const taken = (format: string, change: string) => answered(format).find((row) => row.change === change)?.taken;
  expect(taken('AVRO', 'field-added-with-default')).toContain('BACKWARD');
  expect(taken('JSON', 'optional-added-open')).not.toContain('BACKWARD');
  expect(taken('JSON', 'optional-added-closed')).toContain('BACKWARD');
});

test('the question of lesson 14 about levels has the registry on its side', async () => {
  const { default: quiz } = (await import(join(root, 'lessons/14-schema-evolution/quiz.ts'))) as { default: Quiz };
  const question = quiz.find(({ id }) => id === 'q4');
  const options = question?.kind === 'several' ? question.options : [];
  const taken = answered('AVRO').find(({ change }) => change === 'field-added-without-default')?.taken ?? [];
  const right = options.filter((option) => option.right).map(({ says }) => says);
  expect(right).toEqual(options.map(({ says }) => says).filter((level) => taken.some((each) => each === level)));
  expect(right.length).toBeGreaterThan(0);
});

// What other questions of lesson 14 say of a level in passing: the words that say it, the change that is meant, and whether it is taken.
const inPassing = [
  ['q1', 'at BACKWARD. Your next version drops the field', 'AVRO', 'field-dropped-without-default', 'BACKWARD', true],
  ['q5', 'You take the default away from a field. FULL_TRANSITIVE', 'AVRO', 'default-removed', 'FULL_TRANSITIVE', true],
  ['q6', 'Adding a field with a default passes FULL', 'AVRO', 'field-added-with-default', 'FULL', true],
  ['q7', 'An enum without a default gets one symbol more, at BACKWARD', 'AVRO', 'enum-symbol-added', 'BACKWARD', true],
  ['q8', 'You add an optional property, and BACKWARD refuses', 'JSON', 'optional-added-open', 'BACKWARD', false],
  ['q8', '`additionalProperties: false` from its first version', 'JSON', 'optional-added-closed', 'BACKWARD', true],
  ['q8', 'Then old data without it is refused too', 'JSON', 'required-added-open', 'BACKWARD', false],
  ['q9', 'At BACKWARD_TRANSITIVE a field is to be renamed', 'AVRO', 'field-renamed-with-alias', 'BACKWARD_TRANSITIVE', true],
  ['q9', 'The alias lets new readers read old records', 'AVRO', 'field-renamed', 'BACKWARD_TRANSITIVE', false],
] as const;

test.each(inPassing)(
  '%s of lesson 14, "%s", is what the registry said of %s %s',
  async (id, words, format, change, level, isTaken) => {
    const { default: quiz } = (await import(join(root, 'lessons/14-schema-evolution/quiz.ts'))) as { default: Quiz };
    expect(JSON.stringify(quiz.find((each) => each.id === id))).toContain(words);
    const row = answered(format).find((each) => each.change === change);
    expect(row?.taken.some((each) => each === level)).toBe(isTaken);
  },
);
