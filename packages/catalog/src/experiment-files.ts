import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lesson } from '@proving/spec';
import { type Found, reportInto } from './finding.ts';

/**
 * Whether the files in `experiments/` and the manifest name the same experiments, claims and arms. The files are read as text
 * and never imported: they need the Kafka clients. Arms that are not written out as an object are left to the runner.
 */
export async function checkExperimentFiles(dir: string, manifest: Lesson): Promise<readonly Found[]> {
  const found: Found[] = [];
  const files = await experimentFiles(dir);
  for (const id of files)
    if (!Object.hasOwn(manifest.experiments, id))
      reportInto(found, `experiments/${id}.ts`)(
        'experiment-unlisted',
        null,
        'is not in lesson.ts',
        `add experiments.${id} to lesson.ts`,
      );
  for (const [id, card] of Object.entries(manifest.experiments)) {
    if (!files.includes(id)) {
      reportInto(found, 'lesson.ts')(
        'experiment-missing',
        `experiments.${id}`,
        `has no file experiments/${id}.ts`,
        'write it, or take the entry away',
      );
      continue;
    }
    const code = withoutComments(await readFile(join(dir, 'experiments', `${id}.ts`), 'utf8'));
    const report = reportInto(found, `experiments/${id}.ts`);
    const claim = /\bexperiment\(\s*\w+\s*,\s*(['"])([^'"]+)\1/.exec(code)?.[2];
    if (claim !== undefined && claim !== card.proves)
      report('claims-differ', null, `proves "${claim}", lesson.ts says "${card.proves}"`, 'name the same claim in both');
    const arms = armsIn(code);
    if (arms === null) continue;
    const [here, there] = [arms.filter((arm) => !(arm in card.arms)), Object.keys(card.arms).filter((arm) => !arms.includes(arm))];
    if (here.length + there.length > 0) {
      const says = [...here.map((arm) => `"${arm}" stands only here`), ...there.map((arm) => `"${arm}" stands only in lesson.ts`)];
      report('arms-differ', 'arms', says.join(', '), 'name the same arms in both');
    }
  }
  return found;
}

/** Ids of the experiments on disk: `experiments/*.ts`, named `NN-….ts`. Other files there are programs that an experiment starts. */
async function experimentFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(join(dir, 'experiments'), { withFileTypes: true }).catch(() => []);
  const names = entries.filter((each) => each.isFile() && /^\d\d-.*\.ts$/.test(each.name)).map((each) => each.name);
  return names.map((name) => name.slice(0, -'.ts'.length)).sort();
}

/** The names of the arms of `arms: { treatment: { … }, control: { … } }`; null when they are not written out like that. */
export function armsIn(code: string): readonly string[] | null {
  const begin = /\barms\s*:\s*\{/.exec(code);
  if (!begin) return null;
  const names: string[] = [];
  let rest = code.slice(begin.index + begin[0].length).trimStart();
  while (!rest.startsWith('}')) {
    const key = /^(?:([A-Za-z_$][\w$]*)|'([^'\\]+)'|"([^"\\]+)")\s*:/.exec(rest);
    if (!key) return null;
    names.push((key[1] ?? key[2] ?? key[3]) as string);
    const end = endOfValue(rest, key[0].length);
    if (end === null) return null;
    rest = rest.slice(end).replace(/^,/, '').trimStart();
  }
  return names;
}

/** Where a property's value ends: at the next comma or closing brace that is not inside brackets or a text. */
function endOfValue(code: string, from: number): number | null {
  let depth = 0;
  for (let i = from; i < code.length; i++) {
    const text = /['"`]/.test(code[i] as string) ? /^(['"`])(?:(?!\1)[^\\]|\\.)*\1/s.exec(code.slice(i))?.[0] : undefined;
    if (text) i += text.length - 1;
    else if ('{[('.includes(code[i] as string)) depth++;
    else if (depth === 0 && ',}'.includes(code[i] as string)) return i;
    else if ('}])'.includes(code[i] as string)) depth--;
  }
  return null;
}

const withoutComments = (code: string) => code.replaceAll(/(^|\s)\/\/.*$/gm, '$1').replaceAll(/\/\*[\s\S]*?\*\//g, '');
