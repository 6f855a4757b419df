import { hash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';

/**
 * Names the state of everything a bundle is made of: the sources of all packages, what is installed, and where the checkout
 * stands (a bundle holds absolute addresses). Sizes and times are enough; no file is read. A few milliseconds.
 */
export function fingerprint(root) {
  const parts = [root, stamp(join(root, 'pnpm-lock.yaml')), stamp(join(root, 'node_modules', '.modules.yaml'))];
  for (const name of readdirSync(join(root, 'packages'))) {
    const folder = join(root, 'packages', name);
    parts.push(stamp(join(folder, 'package.json')));
    for (const entry of files(join(folder, 'src'))) parts.push(stamp(entry));
  }
  return hash('sha256', parts.join('\n'), 'hex').slice(0, 16);
}

function files(folder) {
  let entries;
  try {
    entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
  return entries.filter((entry) => entry.isFile()).map((entry) => entry.parentPath + sep + entry.name);
}

function stamp(file) {
  const at = statSync(file, { throwIfNoEntry: false });
  return at ? `${file} ${at.size} ${at.mtimeMs}` : `${file} -`;
}
