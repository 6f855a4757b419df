import { describe, expect, it } from 'vitest';
import { copiedSite } from './copied-site.ts';

// What is wrong in a lesson's files is told by the catalog, whose tests break them one by one. Here: that its word ends a build.
const theory = 'lessons/07-acks-and-durability/theory.md';
const lineOf = (text: string, words: string) => text.slice(0, text.indexOf(words)).split('\n').length;

describe('a build ends', { timeout: 300_000 }, () => {
  it('at a claim that no lesson makes, with file and line', async () => {
    using site = copiedSite();
    const text = site.read(theory);
    site.write(theory, text.replace('[[acknowledged-survives]]', '[[hearsay]]'));
    const { code, said } = await site.build();
    expect(said).toContain(`${theory}:${lineOf(text, '[[acknowledged-survives]]')}: [[hearsay]] is no claim of this lesson`);
    expect(code).toBe(1);
  });

  it('at a link that leads nowhere, and at a run that is no paragraph of its own, each with file and line', async () => {
    using site = copiedSite();
    site.write('notes/page.md', '# A page\n\nIt leads\nto [nowhere](no-such-page.md).\n');
    const text = site.read(theory);
    const run = '{{run: 01-leader-dies-after-ok}}';
    const close = text.replace(run, `Now:\n${run}`);
    expect(close).not.toBe(text);
    site.write(theory, close);
    const { code, said } = await site.build();
    expect(said).toMatch(/no-such-page\.md.*notes\/page\.md" \(4:4\)/s);
    expect(said).toContain(`${run} must stand alone, with an empty line on both sides`);
    expect(said).toMatch(new RegExp(`"line": ${lineOf(close, run)},`));
    expect(code).toBe(1);
  });
});
