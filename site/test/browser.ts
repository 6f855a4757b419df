import { existsSync } from 'node:fs';
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, inject } from 'vitest';

const places = [
  process.env['PROVING_CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** The browser of this machine; null where it has none. In CI it must be there: a test that is not run finds nothing. */
export const executable = places.find((place) => place !== undefined && existsSync(place)) ?? null;
if (executable === null && process.env['CI']) throw new Error('No Chromium is installed; .ci/run installs it on Debian.');

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the console and failed requests said that they should not. */
  readonly complaints: readonly string[];
  /** Requests that went to another origin. */
  readonly strangers: readonly string[];
  /** Compressed bytes of JavaScript so far. */
  scripts(): Promise<number>;
}

let browser: Browser;

/** Opens one browser for the tests of a file. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable as string, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());
}

/** A page of the site, opened in a context of its own and watched from its first request. */
export async function visit(path: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const address = inject('address');
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  const sizes: Promise<number>[] = [];
  page.on('console', (said) => {
    if (said.type() === 'error' || said.type() === 'warning') complaints.push(said.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  page.on('requestfinished', (request) => {
    if (!new URL(request.url()).pathname.endsWith('.js')) return;
    const size = request.sizes().then(({ responseBodySize }) => Math.max(0, responseBodySize));
    // Of a page that is closed nobody asks it any more; who does is still told.
    size.catch(() => undefined);
    sizes.push(size);
  });
  // The tracker asks for the log every second: on a busy machine its network is never idle.
  await page.goto(path, { waitUntil: path === '/tracker' ? 'load' : 'networkidle' });
  // What is pressed before the page listens is lost.
  if (options.javaScriptEnabled !== false) await page.locator('html[data-has-hydrated=true]').waitFor();
  const scripts = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  return { page, context, complaints, strangers, scripts };
}
