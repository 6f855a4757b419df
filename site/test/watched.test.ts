import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { namedFile } from '../plugins/named.ts';

const require = createRequire(import.meta.url);
const { loadSidebars } = require('@docusaurus/plugin-content-docs/lib/sidebars/index.js') as {
  loadSidebars(file: string | false, options: unknown): Promise<unknown>;
};

it('the docs plugin does not search what a lesson has installed', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'proving-content-'));
  const installed = join(folder, '07-acks', 'node_modules', 'kafkajs');
  mkdirSync(installed, { recursive: true });
  // A sidebar's category that it could not read, if it came by.
  writeFileSync(join(installed, '_category_.yml'), 'position: no number');
  try {
    expect(await loadSidebars(false, { version: { contentPath: folder }, docs: [], drafts: [] })).toEqual({});
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it('a note is made again when what it can name has changed, and not with every word of a lesson', () => {
  const loader = require('../plugins/note-inputs-loader.cjs') as (this: unknown, source: string) => string;
  const inputs: string[] = [];
  const context = {
    getOptions: () => ({ named: namedFile }),
    addDependency: (file: string) => inputs.push(file),
    addContextDependency: (folder: string) => inputs.push(folder),
  };
  expect(loader.call(context, '# Glossary')).toBe('# Glossary');
  expect(inputs).toEqual([namedFile]);
});
