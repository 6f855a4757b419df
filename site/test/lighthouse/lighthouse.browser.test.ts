import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Browser, chromium } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { executable } from '../browser.ts';
import { freePort } from '../free-port.ts';
import { type Judged, judge } from './lighthouse.ts';

/** It has no language, its picture has no words, it asks for what is not there, and computes for long once it is painted. */
const bad = `<!doctype html><title>A bad page</title><h1>It computes</h1><img src="none.png"><script>
  const computes = () => {
    let x = 1;
    for (let i = 0; i < 1e8; i++) x = (x * 1103515245 + 12345) | 0;
    document.title = x;
  };
  new PerformanceObserver((_, observer) => (observer.disconnect(), computes())).observe({ type: 'paint', buffered: true });
</script>`;

describe.skipIf(executable === null)('Lighthouse', { timeout: 300_000 }, () => {
  let [browser, port]: [Browser | null, number] = [null, 0];
  beforeAll(async () => {
    port = await freePort();
    browser = await chromium.launch({
      executablePath: executable as string,
      args: ['--no-sandbox', `--remote-debugging-port=${port}`],
    });
  });
  afterAll(() => browser?.close());

  describe.each(['/', '/lessons/07-acks-and-durability', '/tracker'])('gives %s at least 95 of 100', (path) => {
    let judged: Judged;
    beforeAll(async () => {
      judged = await judge(inject('address') + path, port);
    }, 300_000);

    it('for accessibility, best practices, and what it costs', () => {
      expect(Math.min(...clockless(judged)), JSON.stringify(judged)).toBeGreaterThanOrEqual(95);
    });

    it('for performance', (test) => {
      if (!judged.calm) test.skip('how fast its picture fills is not judged on a busy machine');
      expect(judged.performance, JSON.stringify(judged)).toBeGreaterThanOrEqual(95);
    });
  });

  it('gives a page that is none of this less', async () => {
    const server = createServer(({ url }, answer) => {
      if (url === '/') answer.setHeader('content-type', 'text/html').end(bad);
      else answer.writeHead(404).end();
    });
    try {
      const judged = await judge(`http://127.0.0.1:${await listening(server)}/`, port);
      expect(Math.max(...clockless(judged)), JSON.stringify(judged)).toBeLessThan(95);
    } finally {
      server.close();
    }
  });
});

const clockless = ({ accessibility, 'best-practices': practices, computing }: Judged) => [accessibility, practices, computing];

async function listening(server: Server): Promise<number> {
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return (server.address() as AddressInfo).port;
}
