import { canonical } from '../canonical.ts';
import { readExport } from '../export.ts';
import { type Certificate, certificateOf } from './data.ts';
import { certificatePage, readCertificate } from './page.ts';

/** What a look into a certificate found. */
export interface CertificateCheck {
  readonly certificate: Certificate;
  /** Lines of its log, those with withheld words among them. */
  readonly lines: number;
  readonly withheld: number;
  /** Each in one sentence; an empty list means that everything agrees. */
  readonly faults: readonly string[];
}

/**
 * Computes a certificate again from the log that it carries and compares: the chain of its lines, what its data say, and what a
 * reader sees. Null when the text is no certificate of this course.
 */
export function checkCertificate(html: string): CertificateCheck | null {
  const read = readCertificate(html);
  const exported = read && readExport(read.log);
  if (!read || !exported) return null;
  const { certificate, log } = read;
  const { entries, others, unreadable, header } = exported;
  const again = certificateOf(entries, others, titlesOf(certificate), certificate);
  const edited = again.log.reduce((sum, each) => sum + each.edited, 0);
  const faults = [
    ...(unreadable.length > 0 ? [`${unreadable.length} lines of its log cannot be read.`] : []),
    ...(edited > 0 ? [`${edited} of its log's lines are not what was once written.`] : []),
    ...differences(certificate, again),
    ...(seenBy(certificatePage(certificate, log)) === seenBy(html) ? [] : ['The page does not show what its data say.']),
  ];
  return { certificate, lines: entries.length + others.length, withheld: header.withheld, faults };
}

/** Titles and sentences are the course's, not the log's: they are taken from the certificate and compared by id only. */
function titlesOf({ lessons }: Certificate) {
  return lessons.map(({ number, folder, title, claims }) => ({
    number,
    folder,
    manifest: { title, claims: Object.fromEntries(claims.map(({ id, text }) => [id, text])) },
  }));
}

function differences(said: Certificate, again: Certificate): readonly string[] {
  const claims = ({ lessons }: Certificate) =>
    new Map(lessons.flatMap(({ folder, claims }) => claims.map((claim) => [`${folder}: ${claim.id}`, canonical(claim)])));
  const [listed, seen] = [claims(said), claims(again)];
  const foreign = [...listed.keys()].filter((id) => !seen.has(id));
  const missing = [...seen.keys()].filter((id) => !listed.has(id));
  const other = [...listed].filter(([id, text]) => seen.has(id) && seen.get(id) !== text).map(([id]) => id);
  const rest = { ...said, lessons: said.lessons.map(withoutClaims) };
  const restAgain = { ...again, lessons: again.lessons.map(withoutClaims) };
  return [
    ...foreign.map((id) => `It lists a claim that its log never saw proved: ${id}.`),
    ...missing.map((id) => `Its log saw a claim proved that it does not list: ${id}.`),
    ...other.map((id) => `A claim has another date or version than in its log: ${id}.`),
    ...(canonical(rest) === canonical(restAgain) ? [] : ['Lessons, predictions or the end of the chain differ from its log.']),
  ];
}

/** What a reader sees of a page; another zlib may have packed the same log otherwise. */
const seenBy = (html: string) => html.replace(/(<script type="application\/gzip" id="log">)[^<]*/, '$1');
const withoutClaims = ({ claims: _, ...lesson }: Certificate['lessons'][number]) => lesson;
