import { describe, expect, inject, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

const pages = [
  ['/', 'course'],
  ['/lessons/07-acks-and-durability', '07'],
  ['/claims', 'course'],
  ['/notes/glossary', 'course'],
  ['/playgrounds/partitioner', 'course'],
] as const;

describe.skipIf(executable === null)('what is shown where an address is sent to somebody', () => {
  useBrowser();

  it.each(pages)('%s has words and a picture of its own', async (path, picture) => {
    const { page, context } = await visit(path, { javaScriptEnabled: false });
    const said = (name: string) =>
      page.locator(`meta[property="og:${name}"], meta[name="twitter:${name}"]`).first().getAttribute('content');
    expect(await said('title')).toContain('Kafka Proving Ground');
    expect((await said('description'))?.length).toBeGreaterThan(20);
    expect(await said('card')).toBe('summary_large_image');
    const address = new URL((await said('image')) as string);
    expect(address.pathname).toBe(`/img/previews/${picture}.png`);
    const answer = await fetch(inject('address') + address.pathname);
    expect(answer.headers.get('content-type')).toBe('image/png');
    const bytes = new DataView(await answer.arrayBuffer());
    expect([bytes.getUint32(16), bytes.getUint32(20)]).toEqual([1200, 630]);
    await context.close();
  });
});
