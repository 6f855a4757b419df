import { createHash } from 'node:crypto';

const pages = ['/', '/search', '/baskets', '/checkout', '/shoes/red', '/shoes/blue'];

/** A page view as the shop writes it: JSON, most of it the same each time. About 150 bytes. */
export const pageView = (n: number) =>
  JSON.stringify({
    event: 'page-viewed',
    visitor: `visitor-${(n * 37) % 500}`,
    page: pages[(n * n) % pages.length],
    referrer: 'https://shop.example/',
    device: n % 3 === 0 ? 'phone' : 'desktop',
    at: new Date(Date.UTC(2026, 0, 5) + n * 731).toISOString(),
  });

/** As many bytes as chance would write them: how encrypted data looks, and data that is packed already. */
export const noise = (n: number) =>
  Buffer.concat(
    [1, 2, 3, 4, 5].map((part) => createHash('sha256').update(`${n} ${part}`).digest()),
  );

/** Page views one below the other, cut at that many bytes. */
export function report(n: number, bytes: number): Buffer {
  const views = Array.from({ length: Math.ceil(bytes / 150) }, (_, i) =>
    pageView(n * 2_000 + i),
  );
  return Buffer.from(views.join('\n')).subarray(0, bytes);
}
