import { join } from 'node:path';
import type { Plugin } from '@docusaurus/types';
import { root } from './course.ts';
import { namedFile } from './named.ts';

/** How the bundler treats what is special here. */
export default function bundle(): Plugin {
  return {
    name: 'proving-bundle',
    configureWebpack: (_, isServer) => ({
      // In pieces a page cannot be changed while it is open, and would be loaded anew with each edit.
      ...(isServer || process.env['NODE_ENV'] === 'development' ? {} : { entry: join(__dirname, '..', 'src', 'entry.ts') }),
      module: {
        rules: [
          { test: /[\\/]theory\.md$/, enforce: 'pre', use: [join(__dirname, 'lesson-inputs-loader.cjs')] },
          {
            test: /\.md$/,
            include: join(root, 'notes'),
            enforce: 'pre',
            use: [{ loader: join(__dirname, 'note-inputs-loader.cjs'), options: { named: namedFile } }],
          },
          // A trace is fetched when it is played, and is never part of a page's code.
          { test: /\.jsonl$/, type: 'asset/resource', generator: { filename: 'assets/traces/[name]-[contenthash:8][ext]' } },
        ],
      },
      // Code is coloured while building, so the 35 kB of a highlighter have nothing to do in a browser.
      resolve: { alias: { 'prism-react-renderer': join(__dirname, '..', 'src', 'no-prism.ts') } },
    }),
  };
}
