import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, sep } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Bundles all packages into `folder/print`, split so that a verb loads what it needs and no more. Made beside its place and
 * moved there whole, so that two commands at once both end with a complete one.
 */
export async function build({ root, folder, print }) {
  let esbuild;
  try {
    esbuild = await import('esbuild');
  } catch (cause) {
    return {
      what: 'The course is not installed completely.',
      saw: `esbuild could not be loaded: ${String(cause.message).split('\n')[0]}`,
      fix: `npx -y pnpm@12 install, in ${root}`,
    };
  }
  const target = join(folder, print);
  const beside = join(folder, `${print}.${process.pid}`);
  mkdirSync(beside, { recursive: true });
  try {
    await esbuild.build(options(root, beside));
    place(beside, target);
  } catch (cause) {
    if (!Array.isArray(cause.errors)) throw cause;
    const [first] = cause.errors;
    const at = first?.location ? `${first.location.file}:${first.location.line}: ` : '';
    return { what: "The course's own sources do not compile.", saw: `${at}${first?.text ?? cause.message}`, fix: 'git status' };
  } finally {
    rmSync(beside, { recursive: true, force: true });
    sweep(folder, print);
  }
  return { folder: target };
}

function options(root, outdir) {
  return {
    absWorkingDir: root,
    entryPoints: { main: 'packages/terminal/src/cli/main.ts' },
    outdir,
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    // Said by the name: below node_modules, Node would look into each file for it.
    outExtension: { '.js': '.mjs' },
    target: 'node24',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    // Ink's dependencies are CommonJS and ask for Node's own modules with require.
    banner: { js: "import { createRequire as requireFrom } from 'node:module'; const require = requireFrom(import.meta.url);" },
    logLevel: 'silent',
    plugins: [ownAddress(root), leftOutside(), noDevtools()],
  };
}

/** A source of ours finds files and child programs beside itself, so it keeps its own address inside the bundle. */
function ownAddress(root) {
  const ours = `${join(root, 'packages')}${sep}`;
  return {
    name: 'own-address',
    setup(build) {
      build.onLoad({ filter: /\.tsx?$/ }, async ({ path }) => {
        if (!path.startsWith(ours)) return;
        const text = await readFile(path, 'utf8');
        const contents = text
          .replaceAll(/\bimport\.meta\.url\b/g, JSON.stringify(pathToFileURL(path).href))
          .replaceAll(/\bimport\.meta\.dirname\b/g, JSON.stringify(dirname(path)))
          .replaceAll(/\bimport\.meta\.filename\b/g, JSON.stringify(path));
        return { contents, loader: path.endsWith('x') ? 'tsx' : 'ts' };
      });
    },
  };
}

/** Packages with native parts stay where they are installed; the bundle, which lies elsewhere, imports them by address. */
function leftOutside() {
  const asked = Symbol('asked');
  return {
    name: 'left-outside',
    setup(build) {
      build.onResolve({ filter: /^(@platformatic\/kafka|kafkajs|pg|esbuild)$/ }, async ({ path, pluginData, ...where }) => {
        if (pluginData === asked) return;
        const found = await build.resolve(path, { ...where, pluginData: asked });
        return found.errors.length > 0 ? { errors: found.errors } : { path: pathToFileURL(found.path).href, external: true };
      });
    },
  };
}

/** Ink asks for it in development only, but esbuild lifts the import to the top. */
function noDevtools() {
  return {
    name: 'no-devtools',
    setup(build) {
      build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }));
      build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default undefined' }));
    },
  };
}

function place(beside, target) {
  try {
    renameSync(beside, target);
  } catch (cause) {
    // Another command was first; its bundle is of the same sources.
    if (!existsSync(join(target, 'main.mjs'))) throw cause;
  }
}

/** A bundle may be in use by a lesson that is still open, so only those of other days go, and those far behind the newest. */
function sweep(folder, print) {
  const bundles = readdirSync(folder)
    .filter((name) => /^[0-9a-f]{16}(\.\d+)?$/.test(name) && name !== print)
    .map((name) => ({ name, made: statSync(join(folder, name), { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.made - a.made);
  const yesterday = Date.now() - 24 * 60 * 60 * 1_000;
  for (const [i, { name, made }] of bundles.entries()) {
    if (i >= 20 || made < yesterday) rmSync(join(folder, name), { recursive: true, force: true });
  }
}
