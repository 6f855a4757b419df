import { existsSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join, normalize } from 'node:path';
import { codeLines, filesIn, isCode, pathsIn, type TextFile } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

interface Floor {
  /** The floors below that it may use. */
  readonly knows: readonly string[];
  /** No files, no network, no processes: it also runs in a browser. */
  readonly pure?: true;
  /** Names that its bundler gives to files of its own and of its framework; no package is called so. */
  readonly given?: RegExp;
  /** The only packages of others that it may use; not given: any. */
  readonly others?: readonly string[];
}

const clients = ['kafkajs', '@platformatic/kafka', '@kafkajs/confluent-schema-registry', 'avsc', 'pg', 'testcontainers'];

/** Who may know whom. A folder that is not here may not exist under packages/. */
export const floors: Readonly<Record<string, Floor>> = {
  'packages/spec': { knows: [], pure: true },
  'packages/replay': { knows: ['@proving/spec'], pure: true },
  'packages/progress': { knows: ['@proving/spec'] },
  'packages/catalog': { knows: ['@proving/spec'] },
  'packages/cluster': { knows: ['@proving/spec'] },
  'packages/lab': { knows: ['@proving/spec', '@proving/cluster'] },
  'packages/runner': { knows: ['@proving/spec', '@proving/catalog', '@proving/progress', '@proving/cluster', '@proving/lab'] },
  'packages/terminal': {
    knows: ['@proving/spec', '@proving/catalog', '@proving/progress', '@proving/cluster', '@proving/replay', '@proving/runner'],
  },
  lessons: { knows: ['@proving/spec', '@proving/lab'], others: clients },
  assessments: { knows: ['@proving/lab'], others: clients },
  site: {
    knows: ['@proving/spec', '@proving/replay', '@proving/catalog', '@proving/progress'],
    given: /^@theme(-original)?\/|^@docusaurus\/([A-Z]|use[A-Z]|router$)/,
  },
  examples: { knows: [] },
};

export const arrows: Rule = {
  name: 'arrows',
  why: 'each floor knows only the floors below it, so a lesson never drags the terminal along and the site never a driver',
  async check(root) {
    const packages = pathsIn(root, (path) => path.endsWith('/package.json'));
    return packages.flatMap((path) => ofPackage(root, path.slice(0, -'/package.json'.length)));
  },
};

function ofPackage(root: string, folder: string): Finding[] {
  const path = `${folder}/package.json`;
  const top = folder.split('/')[0] as string;
  const floor = floors[folder] ?? (top === 'packages' ? undefined : floors[top]);
  if (!floor)
    return [
      { path, line: null, what: 'is a package that no floor is named for', do: 'give it its place in scripts/check/arrows.ts' },
    ];
  const { imports = {}, dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(join(root, path), 'utf8')) as Manifest;
  const declared = Object.keys(dependencies).filter((name) => !allows(floor, name, folder));
  return [
    ...declared.map((name) => ({ path, line: null, what: `depends on ${name}`, do: mayKnow(floor) })),
    ...filesIn(root, (each) => each.startsWith(`${folder}/`) && isCode(each)).flatMap((file) =>
      importsOf(file).flatMap((named) => {
        const wrong = judge(file, named.from, { root, folder, floor, imports, dependencies, devDependencies });
        return wrong ? [{ path: file.path, line: named.line, ...wrong }] : [];
      }),
    ),
  ];
}

interface Manifest {
  /** Names for files of its own, by condition: `#sha256` is another file in a browser. The files are judged like all others. */
  readonly imports?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
}

interface Place extends Required<Manifest> {
  readonly root: string;
  readonly folder: string;
  readonly floor: Floor;
}

function judge(file: TextFile, from: string, place: Place): { what: string; do: string } | null {
  const { folder, floor } = place;
  const inTest = /\/(test|bin|conformance)\//.test(file.path);
  if (from.startsWith('.')) {
    const target = normalize(join(file.path, '..', from));
    // A test may borrow what the tests of a floor below stand on.
    const lent = inTest ? /^packages\/([^/]+)\/test\//.exec(target)?.[1] : undefined;
    if (lent !== undefined && floor.knows.includes(`@proving/${lent}`)) return null;
    if (!`${target}/`.startsWith(`${folder}/`)) return { what: `reaches into ${target}`, do: 'import the package by its name' };
    return existsSync(join(place.root, target))
      ? null
      : { what: `imports ${from}, which is not there`, do: 'name the file that exists' };
  }
  if (from in place.imports) {
    const gone = Object.values(place.imports[from] ?? {}).find((file) => !existsSync(join(place.root, folder, file)));
    return gone === undefined ? null : { what: `imports ${from}, and ${gone} is not there`, do: 'name the file that exists' };
  }
  if (isBuiltin(from)) return floor.pure && !inTest ? { what: `imports ${from}`, do: `${folder} does no I/O` } : null;
  if (floor.given?.test(from)) return null;
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/');
  if (/^lessons\/[^/]+\/(lesson|quiz)\.ts$/.test(file.path) && name !== '@proving/spec')
    return { what: `imports ${from}`, do: 'a manifest is data: it imports @proving/spec and nothing else' };
  if (`@types/${name}` in { ...place.dependencies, ...place.devDependencies }) return null;
  if (inTest && (name in place.devDependencies || name === 'vitest' || atRoot(place.root, name))) return null;
  if (!allows(floor, name, folder)) return { what: `imports ${from}`, do: mayKnow(floor) };
  return name in place.dependencies
    ? null
    : { what: `imports ${from}, which its package.json does not name`, do: `add ${name} to ${folder}/package.json` };
}

function atRoot(root: string, name: string): boolean {
  const file = join(root, 'package.json');
  if (!existsSync(file) || name.startsWith('@proving/')) return false;
  return name in ((JSON.parse(readFileSync(file, 'utf8')) as Manifest).devDependencies ?? {});
}

/** Static and dynamic imports with their lines. A template or a variable cannot be judged, and is left. */
function importsOf(file: TextFile): { readonly from: string; readonly line: number }[] {
  const named = /(?:^\s*(?:import|export)\b[^'"]*?\bfrom\s*|^\s*import\s*|^\s*\}\s*from\s*|\bimport\s*\(\s*)(['"])([^'"]+)\1/g;
  return codeLines(file).flatMap((line, i) =>
    [...line.matchAll(named)].map(([, , from]) => ({ from: from as string, line: i + 1 })),
  );
}

const allows = (floor: Floor, name: string, folder: string) =>
  name.startsWith('@proving/') ? floor.knows.includes(name) || isEarlier(name, folder) : (floor.others?.includes(name) ?? true);

/** A lesson may use what a learner has read in a lesson before it, if that one gives it away in `exports`. */
function isEarlier(name: string, folder: string): boolean {
  const [there, here] = [/^@proving\/lesson-(\d\d)$/.exec(name)?.[1], /^lessons\/(\d\d)-/.exec(folder)?.[1]];
  return there !== undefined && here !== undefined && there < here;
}

const mayKnow = ({ knows, others }: Floor) => {
  const names = [...knows, ...(others ?? [])];
  return names.length === 0 ? 'it may know nothing of ours' : `it may know ${names.join(', ')}`;
};
