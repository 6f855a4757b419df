import type { Fact, ProgressEntry } from '@proving/spec';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { certificateOf, certificatePage, checkCertificate, exportText, merge, readExport, verifyChain } from '../src/index.ts';
import { anyLog, entriesOf } from './seed.ts';

const made = { name: 'fox', at: '2026-11-21T12:00:00.000Z', course: '0.1.0' };
const issued = made.at;

describe('an export', () => {
  it('of any log comes back as it was, and its chain stays whole without the words of the notes', () => {
    fc.assert(
      fc.property(anyLog, (log) => {
        const whole = readExport(exportText(log, { ...made, words: true }));
        expect(whole?.entries).toEqual(merge(log, log));
        const kept = readExport(exportText(log, { ...made, words: false }));
        const all = [...(kept?.entries ?? []), ...(kept?.others ?? [])];
        expect(all.length).toBe(log.length);
        expect(kept?.entries.filter(({ kind }) => kind === 'note')).toEqual([]);
        expect(verifyChain(all)).toEqual([]);
      }),
    );
  });

  it('holds no word of a note unless it is asked for', () => {
    const log = entriesOf([{ kind: 'note', lesson: null, text: 'my own secret' }]);
    expect(exportText(log, { ...made, words: false })).not.toContain('secret');
    expect(exportText(log, { ...made, words: true })).toContain('secret');
  });

  it('holds no path and no host name: why a run could not be judged goes with it only when it is asked for', () => {
    const because = 'kafka.example.org:9092 did not answer; /home/maren/proving/logs says more';
    const log = entriesOf([
      { ...proved('survives', 0), verdict: 'could-not-run', because },
      { ...proved('survives', 0), verdict: 'unjudged', because },
      { ...proved('survives', 0), verdict: 'refuted', because: 'treatment: lost: expected 0, measured 1' },
      { kind: 'from a newer version', text: because } as unknown as Fact,
    ]);
    const kept = exportText(log, { ...made, words: false });
    expect(kept).not.toMatch(/example|maren/);
    expect(kept).toContain('expected 0, measured 1');
    expect(readExport(kept)?.header.withheld).toBe(3);
    const read = readExport(kept);
    expect(verifyChain([...(read?.entries ?? []), ...(read?.others ?? [])])).toEqual([]);
    expect(exportText(log, { ...made, words: true })).toMatch(/example[\s\S]*maren/);
  });

  it('is not taken for one when it is something else', () => {
    for (const text of ['', '{}', 'hello\nworld', '[1,2]', '<html>']) expect(readExport(text)).toBeNull();
  });
});

const proved = (claim: string, lost: number): Extract<Fact, { kind: 'experiment' }> => ({
  kind: 'experiment',
  lesson: '07-acks-and-durability',
  experiment: 'dies',
  claim,
  verdict: 'proved',
  because: null,
  observed: { treatment: { lost } },
  kafka: '4.3.1',
  driver: 'jvm',
  ms: 1,
});
const lessons = [
  {
    number: '07',
    folder: '07-acks-and-durability',
    manifest: { title: 'Acks & "durability"', claims: { survives: 'a < b', refuses: 'b & c' } },
  },
];
const log = entriesOf([
  { kind: 'lesson.opened', lesson: '07-acks-and-durability' },
  proved('survives', 0),
  { kind: 'note', lesson: null, text: 'mine' },
  proved('refuses', 0),
]);
const pageOf = (entries: readonly ProgressEntry[], name = 'A. <Learner>') =>
  certificatePage(
    certificateOf(entries, [], lessons, { name, issued, course: '0.1.0' }),
    exportText(entries, { ...made, words: false }),
  );

describe('a certificate', () => {
  it('is made from the log alone, and agrees with it', () => {
    const check = checkCertificate(pageOf(log));
    expect(check).toMatchObject({ lines: 4, withheld: 1, faults: [] });
    expect(check?.certificate.lessons[0]?.claims.map(({ id }) => id)).toEqual(['survives', 'refuses']);
  });

  it('shows names and sentences as they are', () => {
    const page = pageOf(log);
    expect(page).toContain('A. &lt;Learner&gt;');
    expect(page).toContain('<li>a &lt; b ');
    expect(page).not.toContain('mine');
  });

  it('with a line of its log changed says so', () => {
    const changed = log.map((entry) =>
      entry.kind === 'experiment' && entry.claim === 'refuses' ? { ...entry, kafka: '9.9.9' } : entry,
    );
    expect(checkCertificate(pageOf(changed))?.faults).toEqual(["1 of its log's lines are not what was once written."]);
  });

  it('that lists a claim which its log never saw, or another date, or another sentence, says so', () => {
    const page = pageOf(log);
    const faults = (html: string) => checkCertificate(html)?.faults;
    expect(faults(page.replace('"id":"refuses"', '"id":"invented"'))).toContain(
      'It lists a claim that its log never saw proved: 07-acks-and-durability: invented.',
    );
    expect(faults(page.replace('<li>a &lt; b ', '<li>everything '))).toEqual(['The page does not show what its data say.']);
    expect(faults(page.replaceAll('2026-11-21T08:01', '2020-11-21T08:01'))).toContain(
      'A claim has another date or version than in its log: 07-acks-and-durability: survives.',
    );
  });

  it('is not taken for one when it is something else', () => {
    for (const text of ['', '<html></html>', pageOf(log).replace('"format":1', '"format":2')])
      expect(checkCertificate(text)).toBeNull();
  });
});
