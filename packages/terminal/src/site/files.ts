import { readFile, stat } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** A file of the built site, ready to be sent. */
export interface Served {
  readonly status: 200 | 404;
  readonly type: string;
  readonly body: Buffer;
  /** Null for what is compressed already. */
  readonly gzipped: Buffer | null;
  /** Its name holds a hash of its content, so a browser may keep it for ever. */
  readonly hashed: boolean;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.jsonl': 'application/jsonl',
  '.svg': 'image/svg+xml',
  '.xml': 'application/xml',
  '.txt': 'text/plain; charset=utf-8',
  '.ts': 'text/plain; charset=utf-8',
  '.md': 'text/plain; charset=utf-8',
  '.yml': 'text/plain; charset=utf-8',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
};
const packed = new Set(['.png', '.woff2']);
const press = promisify(gzip);

/** What stands in `folder` under a path of the site: the file, the page of that name, else the page that says there is none. */
export function filesIn(folder: string): (path: string) => Promise<Served> {
  const kept = new Map<string, { readonly at: number; readonly served: Served }>();
  const read = async (file: string, status: Served['status']): Promise<Served | null> => {
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) return null;
    const known = kept.get(file);
    if (known?.at === found.mtimeMs && known.served.status === status) return known.served;
    const body = await readFile(file);
    const extension = extname(file);
    const served: Served = {
      status,
      type: types[extension] ?? 'application/octet-stream',
      body,
      gzipped: packed.has(extension) ? null : await press(body),
      hashed: file.startsWith(join(folder, 'assets') + sep),
    };
    kept.set(file, { at: found.mtimeMs, served });
    return served;
  };
  return async (path) => {
    const inside = fileOf(folder, path);
    const found =
      inside === null
        ? null
        : ((await read(inside, 200)) ?? (await read(`${inside}.html`, 200)) ?? (await read(join(inside, 'index.html'), 200)));
    return found ?? (await read(join(folder, '404.html'), 404)) ?? nothing;
  };
}

/** Null for a path that leads out of the folder, or that is no path. */
function fileOf(folder: string, path: string): string | null {
  let named: string;
  try {
    named = decodeURIComponent(path);
  } catch {
    return null;
  }
  const file = normalize(join(folder, named)).replace(/[/\\]+$/, '');
  return named.includes('\0') || (file !== normalize(folder) && !file.startsWith(normalize(folder) + sep)) ? null : file;
}

const nothing: Served = {
  status: 404,
  type: 'text/plain; charset=utf-8',
  body: Buffer.from('No page is here.\n'),
  gzipped: null,
  hashed: false,
};
