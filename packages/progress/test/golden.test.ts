import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { fold, readLog } from '../src/index.ts';

// One log for each version that was ever released. They are never edited: what a learner has on the disk must fold for ever.
const golden = fileURLToPath(new URL('golden/', import.meta.url));
const versions = readdirSync(golden).flatMap((name) => /^log-(.+)\.jsonl$/.exec(name)?.[1] ?? []);

describe('logs of released versions', () => {
  test('there are some', () => {
    expect(versions).toContain('0.1.0');
  });

  test.for(versions)('%s folds to what it always folded to', (version) => {
    const { entries } = readLog(readFileSync(`${golden}log-${version}.jsonl`, 'utf8'));
    expect(fold(entries)).toMatchObject(JSON.parse(readFileSync(`${golden}log-${version}.state.json`, 'utf8')));
  });

  test('0.1.0 has a spoilt line, one of a newer version and a torn end', () => {
    const { entries, newer, notices } = readLog(readFileSync(`${golden}log-0.1.0.jsonl`, 'utf8'));
    expect([entries.length, newer.length]).toEqual([26, 1]);
    expect(notices.map(({ kind, line }) => `${kind} ${line}`)).toEqual(['unreadable 17', 'torn 29', 'newer 18']);
  });
});
