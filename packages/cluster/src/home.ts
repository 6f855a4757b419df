import { homedir } from 'node:os';
import { resolve } from 'node:path';
import { provingHome } from './words.ts';

/** The absolute path of the learner's own data on this machine; it may not exist yet. */
export const home = (): string => resolve(provingHome(process.env, process.platform, homedir()));
