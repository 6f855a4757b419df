import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Site, serve } from '../../src/site/serve.ts';

const home = mkdtempSync(join(tmpdir(), 'proving-site-'));
const folder = join(home, 'build');
const log = join(home, 'log.jsonl');
let site: Site;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<p>home</p>');
  writeFileSync(join(folder, 'cards.html'), '<p>cards</p>');
  writeFileSync(join(folder, '404.html'), '<p>none</p>');
  writeFileSync(join(folder, 'assets', 'main.1.js'), 'let a = 1;');
  writeFileSync(join(home, 'secret.txt'), 'secret');
  site = await serve({ folder, log, port: 0 });
});
afterAll(async () => {
  await site[Symbol.asyncDispose]();
  rmSync(home, { recursive: true });
});

/** One request as it is, with a path that no client has tidied. */
function ask(path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) {
  const { hostname, port } = new URL(site.address);
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>((resolve, reject) => {
    const asked = request({ hostname, port, path, method, headers: { host: `127.0.0.1:${port}`, ...headers } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      );
    });
    asked.on('error', reject).end();
  });
}

describe('the pages', () => {
  it('are files, names of files without .html, and folders with an index', async () => {
    expect((await ask('/')).body.toString()).toBe('<p>home</p>');
    expect((await ask('/cards')).body.toString()).toBe('<p>cards</p>');
    expect((await ask('/cards.html')).body.toString()).toBe('<p>cards</p>');
  });

  it('say that there is none, with a page', async () => {
    const { status, body } = await ask('/nothing');
    expect([status, body.toString()]).toEqual([404, '<p>none</p>']);
  });

  it.each(['/../secret.txt', '/%2e%2e/secret.txt', '/assets/../../secret.txt', '/%00', '/%'])(
    'do not lead out of the folder: %s',
    async (path) => {
      const { status, body } = await ask(path);
      expect([status, body.toString()]).toEqual([404, '<p>none</p>']);
    },
  );

  it('are compressed for who asks, and kept for ever when their name has a hash', async () => {
    const { headers, body } = await ask('/assets/main.1.js', { headers: { 'accept-encoding': 'gzip' } });
    expect(gunzipSync(body).toString()).toBe('let a = 1;');
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect((await ask('/cards')).headers['cache-control']).toBe('no-cache');
  });

  it('answer to this machine by its own names alone', async () => {
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(421);
    expect((await ask('/', { headers: { host: `localhost:${new URL(site.address).port}` } })).status).toBe(200);
  });

  it('are read, not written', async () => {
    expect((await ask('/', { method: 'POST' })).status).toBe(405);
    const head = await ask('/', { method: 'HEAD' });
    expect([head.status, head.body.length]).toEqual([200, 0]);
  });
});

describe('the log', () => {
  it('is empty before there is one, is sent as it stands, and is not sent twice', async () => {
    const before = await ask('/progress');
    expect([before.status, before.body.length]).toEqual([200, 0]);
    writeFileSync(log, '{"a":1}\n');
    const first = await ask('/progress');
    expect(first.body.toString()).toBe('{"a":1}\n');
    const tag = String(first.headers['etag']);
    expect((await ask('/progress', { headers: { 'if-none-match': tag } })).status).toBe(304);
    appendFileSync(log, '{"b":2}\n');
    const second = await ask('/progress', { headers: { 'if-none-match': tag } });
    expect([second.status, second.body.toString()]).toEqual([200, '{"a":1}\n{"b":2}\n']);
  });

  it('is shown to pages of this site and to no other', async () => {
    const from = (where: string) => ask('/progress', { headers: { 'sec-fetch-site': where } });
    expect((await from('same-origin')).status).toBe(200);
    expect((await from('none')).status).toBe(200);
    for (const where of ['cross-site', 'same-site']) {
      const { status, body } = await from(where);
      expect([status, body.includes('"a"')]).toEqual([403, false]);
    }
    const { headers } = await from('same-origin');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    expect([headers['cross-origin-resource-policy'], headers['cache-control']]).toEqual(['same-origin', 'no-store']);
  });

  it('is never written', async () => {
    const before = readFileSync(log, 'utf8');
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) expect((await ask('/progress', { method })).status).toBe(405);
    expect(readFileSync(log, 'utf8')).toBe(before);
  });
});

it('says whose port it is when it is taken', async () => {
  const port = Number(new URL(site.address).port);
  await expect(serve({ folder, log, port })).rejects.toMatchObject({ code: 'port-busy' });
});
