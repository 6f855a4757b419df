import module from 'node:module';
import { pathToFileURL } from 'node:url';
import * as spec from '@proving/spec';

/**
 * The default export of a lesson's `lesson.ts` or `quiz.ts`. `version` changes with the file's content, so a file edited while
 * this process runs is read again.
 *
 * Such a file may import `@proving/spec` only. It is given the copy that this process has loaded already: loading the package
 * a second time, file by file, would take longer than all else. Stripped types are kept by Node's own compile cache, which
 * compares the source, so it cannot hand out an old one.
 */
export async function importDeclaration(path: string, version: string, cache: string | null): Promise<unknown> {
  hookOnce();
  if (cache !== null && module.getCompileCacheDir() === undefined) module.enableCompileCache(cache);
  const load = (await import(native)) as { default(url: string): Promise<{ readonly default?: unknown }> };
  const loaded = await load.default(`${pathToFileURL(path).href}?${mark}${version}`);
  return loaded.default;
}

/** Thrown into a lesson that imports more than it may. */
export class ForeignImport extends Error {
  readonly specifier: string;
  constructor(specifier: string) {
    super(`imports ${specifier}`);
    this.specifier = specifier;
  }
}

const mark = 'declaration=';
const specUrl = 'proving:spec';
const specKey = Symbol.for('proving.spec');
// A test runner rewrites `import()` to a loader of its own, which knows neither Node's hooks nor its compile cache.
const native = 'data:text/javascript,export default (url) => import(url)';

let hooked = false;
function hookOnce(): void {
  if (hooked) return;
  hooked = true;
  (globalThis as Record<symbol, unknown>)[specKey] = spec;
  const names = Object.keys(spec);
  const source = `const spec = globalThis[Symbol.for('proving.spec')];\n${names.map((name) => `export const ${name} = spec.${name};`).join('\n')}`;
  module.registerHooks({
    resolve(specifier, context, next) {
      if (!context.parentURL?.includes(`?${mark}`)) return next(specifier, context);
      if (specifier !== '@proving/spec') throw new ForeignImport(specifier);
      return { url: specUrl, format: 'module', shortCircuit: true };
    },
    load(url, context, next) {
      return url === specUrl ? { format: 'module', shortCircuit: true, source } : next(url, context);
    },
  });
}
