import { existsSync, mkdirSync, rmdirSync } from 'node:fs';
import module from 'node:module';
import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { fingerprint } from './fingerprint.js';

const root = resolve(fileURLToPath(new URL('../../../..', import.meta.url)));

/** Loads the verbs, as one bundle of all packages, and runs one. The bundle is made again when a source has changed. */
export async function load(argv) {
  // pnpm's launchers set it; what we start should find packages as we do, by node_modules alone.
  delete process.env.NODE_PATH;
  const bundle = await newestBundle();
  if (bundle === null) return;
  module.enableCompileCache(join(bundle, '..', 'compiled'));
  const { main } = await import(pathToFileURL(join(bundle, 'main.mjs')).href).catch((error) => ({
    main: () => brokenBundle(error, argv),
  }));
  await main(argv, { root });
}

/** Nothing of the bundle could be loaded, so nothing of it can say so. */
function brokenBundle(error, argv) {
  const verbose = argv.includes('--verbose') ? `${error.stack}\n` : '';
  refuse(
    'The course itself has a fault; nothing you did is wrong.',
    `${error.name}: ${error.message}`,
    'git status, then pnpm diagnose --verbose',
  );
  process.stderr.write(verbose);
}

/** The folder of the bundle of the sources as they are now; null after having said why there is none. */
async function newestBundle() {
  const print = fingerprint(root);
  const beside = join(root, 'node_modules', '.cache', 'proving');
  if (isReady(join(beside, print))) return join(beside, print);
  if (isWritable(beside)) return make(beside, print);
  // Where the installed packages are not ours to write, the learner's own folder keeps the bundle.
  const own = join(await home(), 'cache');
  if (isReady(join(own, print))) return join(own, print);
  if (isWritable(own)) return make(own, print);
  return refuse(
    'The course has nowhere to keep its compiled commands.',
    `neither ${beside} nor ${own} can be written`,
    'set PROVING_HOME to a folder of yours',
  );
}

async function make(folder, print) {
  // After an install, and after a change of the sources: seconds in which a screen should not stay empty.
  if (process.stderr.isTTY) process.stderr.write('  Preparing the course, once\n');
  const { build } = await import('./build.js');
  const made = await build({ root, folder, print });
  return made.folder ?? refuse(made.what, made.saw, made.fix);
}

async function home() {
  const { provingHome } = await import('../../../spec/src/home.ts');
  return resolve(provingHome(process.env, process.platform, homedir()));
}

function isReady(folder) {
  return existsSync(join(folder, 'main.mjs'));
}

function isWritable(folder) {
  const probe = join(folder, `probe-${process.pid}`);
  try {
    mkdirSync(probe, { recursive: true });
    rmdirSync(probe);
    return true;
  } catch {
    return false;
  }
}

function refuse(what, saw, fix) {
  process.stderr.write(`${what}\n  saw  ${saw}\n  Try: ${fix}\n`);
  process.exitCode = 3;
  return null;
}
