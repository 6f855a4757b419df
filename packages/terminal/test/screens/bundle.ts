import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as esbuild from 'esbuild';

/** `stage.tsx` as a program that Node can run; a folder that goes with the scope. */
export async function bundled(): Promise<{ readonly program: string; readonly folder: string } & AsyncDisposable> {
  const folder = await mkdtemp(join(tmpdir(), 'proving-screens-'));
  await esbuild.build({
    entryPoints: [join(import.meta.dirname, 'stage.tsx')],
    outdir: folder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    platform: 'node',
    format: 'esm',
    target: 'node24',
    jsx: 'automatic',
    logLevel: 'silent',
    define: { 'process.env.NODE_ENV': '"production"' },
    banner: { js: "import { createRequire as requireOf } from 'node:module'; const require = requireOf(import.meta.url);" },
    plugins: [
      {
        name: 'no-devtools',
        setup(build) {
          build.onResolve({ filter: /^react-devtools-core$/ }, ({ path }) => ({ path, namespace: 'empty' }));
          build.onLoad({ filter: /.*/, namespace: 'empty' }, () => ({ contents: 'export default undefined' }));
        },
      },
    ],
  });
  return { folder, program: join(folder, 'stage.mjs'), [Symbol.asyncDispose]: () => rm(folder, { recursive: true, force: true }) };
}
