import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonsFolder } from './traces.ts';

/** What the registry was asked, as it is committed. */
export const compatibility = (): string => readFileSync(join(lessonsFolder, '..', 'notes', 'compatibility.jsonl'), 'utf8');
