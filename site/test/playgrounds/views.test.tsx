import { join } from 'node:path';
import { schemaMatrix } from '@proving/replay';
import { type Lesson, parseCompatibility } from '@proving/spec';
import type { ComponentType } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { BatchesPlayground } from '../../src/playgrounds/batches/batches.tsx';
import { DurabilityPlayground } from '../../src/playgrounds/durability/durability.tsx';
import { EvolutionPlayground } from '../../src/playgrounds/evolution/evolution.tsx';
import { proved } from '../../src/playgrounds/kit/proved.ts';
import { PartitionerPlayground } from '../../src/playgrounds/partitioner/partitioner.tsx';
import { StoragePlayground } from '../../src/playgrounds/storage/storage.tsx';
import { WindowsPlayground } from '../../src/playgrounds/windows/windows-playground.tsx';
import { compatibility } from './compatibility.ts';
import { lessonsFolder } from './traces.ts';

const matrix = schemaMatrix(parseCompatibility(compatibility()));
const Evolution = () => <EvolutionPlayground matrix={matrix} />;

const playgrounds: readonly (readonly [string, ComponentType, readonly string[]])[] = [
  ['partitioner', PartitionerPlayground, ['−2048144690', '99338958', 'one more: 3 to 4']],
  ['durability', DurabilityPlayground, ['min.insync.replicas=2', 'Ok: every replica in sync has it, 2 of 3.']],
  ['storage', StoragePlayground, ['…0000.log', '150 bytes', 'order 2']],
  ['evolution', Evolution, ['BACKWARD takes it.', 'Upgrade the readers first', '− note: string', 'default removed']],
  ['windows', WindowsPlayground, ['2 of 11 records are counted nowhere.', 'since a@10', 'b@8 is not counted in [0, 10)']],
  ['batches', BatchesPlayground, ['The checksum fits', '0x55c71513', 'order 1']],
];

describe.each(playgrounds)('%s', (_, View, words) => {
  it('is there before any script has run', () => {
    const page = renderToStaticMarkup(<View />);
    for (const word of words) expect(page).toContain(word);
  });

  it('has a label for every field', () => {
    const page = renderToStaticMarkup(<View />);
    const fields = [...page.matchAll(/<(?:input|select|textarea)[^>]*\bid="([^"]+)"/g)].map(([, id]) => id);
    for (const id of fields) expect(page).toContain(`for="${id}"`);
  });
});

describe('the claims that rules stand on', () => {
  it.each(Object.entries(proved))('are made by lesson %s', async (folder, claims) => {
    const { default: lesson } = (await import(join(lessonsFolder, folder, 'lesson.ts'))) as { default: Lesson };
    expect(claims.filter((id) => !(id in lesson.claims))).toEqual([]);
  });
});
