// A program: the keeper runs it when the time of idle containers is up.
import { isForgotten } from '../jvm/idle.ts';
import { pass } from '../turnstile.ts';
import { dockerFiles } from './files.ts';
import { lower } from './lower.ts';

const [home] = process.argv.slice(2) as [string];
const files = dockerFiles(home);
using _ = await pass(files.lock, 'exclusive', 'stopping forgotten containers');
if (isForgotten(files)) await lower(files);
