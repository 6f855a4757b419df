import { randomInt, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Plain } from '@proving/spec';

const colours = 'amber azure coral cyan ivory jade lilac ochre olive plum ruby sable teal umber violet white'.split(' ');
const birds = 'crane eider finch heron ibis kite lark merlin osprey owl plover robin stork swift tern wren'.split(' ');

/**
 * What stands before every topic, group and transactional id of this learner on brokers that others use too: `amber-heron-417-`.
 * Drawn once and kept in `home`, so that it is the same tomorrow; `chosen` (PROVING_PREFIX) goes before it and is not kept.
 * @throws {Plain} code `setting`, exit 64, when the chosen one cannot stand in a topic's name
 */
export function learnerPrefix(chosen: string | null, home: string): string {
  return `${chosen === null ? kept(join(home, 'external-prefix')) : valid(chosen)}-`;
}

function valid(prefix: string): string {
  const bare = prefix.replace(/-+$/, '');
  if (/^[a-z0-9][a-z0-9-]{0,31}$/i.test(bare)) return bare;
  throw new Plain('setting', 'PROVING_PREFIX must be of letters, digits and dashes, and at most 32 long.', {
    saw: `"${prefix}"`,
    fix: 'For example PROVING_PREFIX=ada-lovelace.',
    exit: 64,
  });
}

/** Written beside and then linked: whoever comes second reads the first one's word, and nobody reads half of one. */
function kept(file: string): string {
  const before = read(file);
  if (before) return before;
  mkdirSync(join(file, '..'), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${drawn()}\n`, { flush: true });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
  return read(file) ?? valid('');
}

function read(file: string): string | null {
  try {
    return valid(readFileSync(file, 'utf8').trim());
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

const drawn = () => `${colours[randomInt(colours.length)]}-${birds[randomInt(birds.length)]}-${randomInt(100, 1000)}`;
