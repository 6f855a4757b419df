import { gunzipSync, gzipSync } from 'node:zlib';
import type { Certificate, CertifiedLesson } from './data.ts';

/**
 * The certificate as one HTML file that prints on A4 and needs nothing else. It carries its data and the log that they follow
 * from (gzip, base64), so that whoever receives it can check the one against the other.
 * @param log the lines of the log, as `exportText` writes them
 */
export function certificatePage(certificate: Certificate, log: string): string {
  const { name, issued, course, lessons, predictions } = certificate;
  const claims = lessons.reduce((sum, lesson) => sum + lesson.claims.length, 0);
  const days = lessons.flatMap((lesson) => lesson.claims.map(({ at }) => at.slice(0, 10))).sort();
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Kafka Proving Ground: ${escaped(name)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="course">Kafka Proving Ground, version ${escaped(course)}</p>
<h1>${escaped(name)}</h1>
<p class="sum">saw <strong>${count(claims, 'claim')}</strong> about Apache Kafka proved on a cluster of three brokers, each beside the
case in which it fails${period(days)}.${foretold(predictions)}</p>
${lessons.map(lessonPart).join('\n')}
<footer>
<p>Made on ${issued.slice(0, 10)} from the learner's own progress log, which is in this file: ${certificate.log.map(head).join('; ')}.
<code>pnpm progress verify</code> with this file computes the list again from that log, and the log's hash chain from its lines. That shows
whether a line was changed since it was written; who sat at the keyboard it cannot show.</p>
</footer>
</main>
<script type="application/json" id="certificate">${embedded(JSON.stringify(certificate))}</script>
<script type="application/gzip" id="log">${gzipSync(log).toString('base64')}</script>
</body>
</html>
`;
}

/** The two parts that a certificate carries; null when the text is none. */
export function readCertificate(html: string): { readonly certificate: Certificate; readonly log: string } | null {
  const data = /<script type="application\/json" id="certificate">(.*?)<\/script>/.exec(html)?.[1];
  const log = /<script type="application\/gzip" id="log">([A-Za-z0-9+/=]*)<\/script>/.exec(html)?.[1];
  if (data === undefined || log === undefined) return null;
  try {
    const certificate = JSON.parse(data) as Certificate;
    return certificate.format === 1 ? { certificate, log: gunzipSync(Buffer.from(log, 'base64')).toString('utf8') } : null;
  } catch {
    return null;
  }
}

function lessonPart({ number, title, finished, exercise, claims }: CertifiedLesson): string {
  const done = [
    ...(finished ? [`finished ${finished.slice(0, 10)}`] : []),
    ...(exercise ? [`exercise passed ${exercise.slice(0, 10)}`] : []),
  ].join(', ');
  return `<section>
<h2><span class="number">${escaped(number)}</span> ${escaped(title)}</h2>
${done === '' ? '' : `<p class="done">${done}</p>\n`}<ul>
${claims
  .map(
    ({ text, at, kafka, driver }) =>
      `<li>${escaped(text)} <small>${at.slice(0, 10)}, Kafka ${escaped(kafka)}, ${escaped(driver)}</small></li>`,
  )
  .join('\n')}
</ul>
</section>`;
}

function period(days: readonly string[]): string {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined) return '';
  return first === last ? `, on ${first}` : `, between ${first} and ${last}`;
}

function foretold({ made, right }: Certificate['predictions']): string {
  return made === 0
    ? ''
    : ` Of ${count(made, 'prediction')} made before a first run, ${right} ${right === 1 ? 'was' : 'were'} right.`;
}

const head = ({ lines, chain, edited }: Certificate['log'][number]) =>
  `${count(lines, 'line')}, chain ${escaped(chain.slice(0, 16))}${edited > 0 ? `, ${count(edited, 'line')} changed after writing` : ''}`;
const count = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
/** JSON that cannot end the element it stands in. */
const embedded = (json: string) => json.replaceAll('<', '\\u003c');

const style = `
@page { size: A4; margin: 18mm 20mm }
:root { color-scheme: light }
body { margin: 0; background: #fff; color: #1c2126; font: 11pt/1.5 ui-serif, Charter, "Iowan Old Style", Georgia, serif }
main { max-width: 44rem; margin: 3rem auto; padding: 0 1.25rem }
.course { color: #57606a; margin: 0; letter-spacing: .02em }
h1 { font-size: 2.2rem; font-weight: 600; line-height: 1.15; margin: .4rem 0 1rem; overflow-wrap: anywhere }
.sum { font-size: 1.15rem; margin: 0 0 2.2rem }
section { break-inside: avoid; border-top: 1px solid #d0d7de; padding: .9rem 0 .4rem }
h2 { font-size: 1.05rem; margin: 0; font-weight: 600 }
.number { color: #0b6e5f; font-variant-numeric: tabular-nums; margin-right: .4rem }
.done, small, footer { color: #57606a }
.done { margin: .1rem 0 0; font-size: .85rem }
ul { margin: .5rem 0; padding-left: 1.1rem }
li { margin: .3rem 0 }
small { font-size: .8rem; white-space: nowrap }
footer { border-top: 1px solid #d0d7de; margin-top: 1.2rem; padding-top: .8rem; font-size: .8rem; overflow-wrap: anywhere }
@media print { main { margin: 0; padding: 0; max-width: none } }
`;
