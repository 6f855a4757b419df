import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Plain } from '@proving/spec';
import { filesIn } from './files.ts';

export interface Site extends AsyncDisposable {
  /** `http://127.0.0.1:4173`. */
  readonly address: string;
}

interface Serving {
  /** The folder of the built site. */
  readonly folder: string;
  /** The learner's log, which may not be there yet. It is read, never written. */
  readonly log: string;
  /** 0 for any that is free. */
  readonly port: number;
}

/**
 * Serves the built site on loopback, and under `/progress` the learner's log to its own pages alone: a page of another origin
 * cannot read it, and a name that somebody made point to 127.0.0.1 is turned away.
 * @throws {Plain} `port-busy`
 */
export async function serve({ folder, log, port }: Serving): Promise<Site> {
  const file = filesIn(folder);
  const server = createServer((request, response) => {
    answer(request, response).catch(() => end(response, 500, 'The file could not be read.'));
  });
  await listening(server, port);
  const own = (server.address() as AddressInfo).port;
  const hosts = [`127.0.0.1:${own}`, `localhost:${own}`];

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!hosts.includes(request.headers.host ?? '')) return end(response, 421, 'This server answers to 127.0.0.1 and localhost.');
    if (request.method !== 'GET' && request.method !== 'HEAD') return end(response, 405, 'Here things are read, not written.');
    const path = (request.url ?? '/').split(/[?#]/)[0] as string;
    if (path === '/progress') return progress(request, response);
    const { status, type, body, gzipped, hashed } = await file(path);
    const small = gzipped !== null && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '') ? gzipped : null;
    response.writeHead(status, {
      'Content-Type': type,
      'Content-Length': (small ?? body).length,
      'Cache-Control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
      'X-Content-Type-Options': 'nosniff',
      Vary: 'Accept-Encoding',
      ...(small && { 'Content-Encoding': 'gzip' }),
    });
    response.end(request.method === 'HEAD' ? undefined : (small ?? body));
  }

  async function progress(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const from = request.headers['sec-fetch-site'];
    if (from !== undefined && from !== 'none' && from !== 'same-origin')
      return end(response, 403, 'The log is shown to pages of this site.');
    const found = await stat(log).catch(() => null);
    const tag = `"${createHash('sha256').update(`${found?.ino}:${found?.size}:${found?.mtimeMs}`).digest('hex').slice(0, 20)}"`;
    const headers = {
      'Cache-Control': 'no-store',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'X-Content-Type-Options': 'nosniff',
      'Content-Type': 'application/jsonl',
      ETag: tag,
    };
    response.writeHead(request.headers['if-none-match'] === tag ? 304 : 200, headers);
    if (found === null || request.method === 'HEAD' || response.statusCode === 304) return void response.end();
    createReadStream(log)
      .on('error', () => response.destroy())
      .pipe(response);
  }

  return {
    address: `http://127.0.0.1:${own}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

function listening(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Plain('port-busy', `Port ${port} is taken.`, {
              saw: 'another program listens there',
              fix: 'pnpm site --port 0',
              cause: error,
            })
          : error,
      ),
    );
    server.listen(port, '127.0.0.1', resolve);
  });
}

function end(response: ServerResponse, status: number, says: string): void {
  if (!response.headersSent)
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' });
  response.end(`${says}\n`);
}
