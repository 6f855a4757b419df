// A program: the keeper runs it when the time of an idle cluster is up.
import type { Shape } from '@proving/spec';
import { pass } from '../turnstile.ts';
import { filesOf } from './files.ts';
import { isForgotten } from './idle.ts';
import { lower } from './stop.ts';

const [home, shape] = process.argv.slice(2) as [string, Shape];
const files = filesOf(shape, home);
using _ = await pass(files.lock, 'exclusive', 'stopping a forgotten cluster');
if (isForgotten(files)) await lower(files);
