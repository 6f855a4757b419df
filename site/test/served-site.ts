import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** `http://127.0.0.1:43211`. */
    address: string;
    /** The PROVING_HOME whose log the site shows. */
    home: string;
  }
}

/** The site as a learner gets it: `pnpm site`, with a log of its own, on a port that is free. */
export async function setup(project: TestProject): Promise<() => void> {
  const home = mkdtempSync(join(tmpdir(), 'proving-site-home-'));
  const verb = fileURLToPath(new URL('../../packages/terminal/bin/site.js', import.meta.url));
  const child = spawn(process.execPath, [verb, '--port', '0', '--json'], {
    env: { ...process.env, PROVING_HOME: home },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    const lines = createInterface({ input: child.stdout });
    lines.on('line', (line) => {
      const said = JSON.parse(line) as { readonly type: string; readonly address?: string };
      if (said.type === 'site' && said.address) resolve(said.address);
      else reject(new Error(`pnpm site said: ${line}`));
    });
    child.on('exit', (code) => reject(new Error(`pnpm site ended with ${code}`)));
  });
  project.provide('address', address);
  project.provide('home', home);
  return () => {
    child.kill();
    rmSync(home, { recursive: true, force: true });
  };
}
