import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathsIn } from '../house/files.ts';
import type { Finding, Rule } from '../house/rule.ts';

const reasons = 'notes/decisions/dependencies.md';
const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

export const dependencies: Rule = {
  name: 'dependencies',
  why: 'a lesson that was proved yesterday must install the same tomorrow, and whoever updates must know what each is for',
  async check(root) {
    const named = existsSync(join(root, reasons)) ? readFileSync(join(root, reasons), 'utf8') : '';
    const first = new Map<string, { readonly path: string; readonly version: string }>();
    return pathsIn(root, (path) => path === 'package.json' || path.endsWith('/package.json')).flatMap((path) => {
      const {
        dependencies = {},
        devDependencies = {},
        optionalDependencies = {},
      } = JSON.parse(readFileSync(join(root, path), 'utf8'));
      const used = Object.entries<string>({ ...dependencies, ...devDependencies, ...optionalDependencies });
      return used.flatMap(([name, version]): Finding[] => {
        if (version.startsWith('workspace:')) return [];
        if (!exact.test(version)) return [{ path, line: null, what: `takes ${name} at ${version}`, do: 'name one exact version' }];
        const other = first.get(name);
        if (other && other.version !== version)
          return [
            {
              path,
              line: null,
              what: `takes ${name} ${version}, and ${other.path} takes ${other.version}`,
              do: 'one version for all',
            },
          ];
        if (other) return [];
        first.set(name, { path, version });
        return named.includes(`\`${name}\``)
          ? []
          : [{ path, line: null, what: `takes ${name}, and nobody said why`, do: `add a line for \`${name}\` to ${reasons}` }];
      });
    });
  },
};
