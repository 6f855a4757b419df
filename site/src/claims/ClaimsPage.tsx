import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Layout from '@theme/Layout';
import type { ClaimsOfLesson } from '../../plugins/data/claims.ts';
import { Words } from '../code/Words.tsx';
import { verdicts } from '../lesson/verdicts.ts';
import './claims.css';

/** Every claim of the course and how it stands. */
export default function ClaimsPage({ data }: { readonly data: readonly ClaimsOfLesson[] }) {
  const { collectAnchor } = useBrokenLinks();
  const all = data.flatMap(({ claims }) => claims);
  const proved = all.filter(({ verdict }) => verdict === 'proved').length;
  const versions = [...new Set(all.map(({ kafka }) => kafka).filter(Boolean))];
  return (
    <Layout title="Claims" description="Every claim of the course, the experiment that proves it, and its recorded runs">
      <main className="page">
        <h1>The ledger of claims</h1>
        <p className="page-lead">
          {proved} of {all.length} claims are proved, on Kafka {versions.join(', ')}. A claim counts as proved when its experiment
          measured what it says, and the same experiment with the cause taken away measured something else. A failed proof is never
          tried again until it passes: it stands here as it is.
        </p>
        {data.map(({ number, folder, title, claims }) => {
          collectAnchor(`lesson-${number}`);
          return (
            <section key={folder} id={`lesson-${number}`} className="ledger">
              <h2>
                <span>{number}</span> <Link to={`/lessons/${folder}`}>{title}</Link>
              </h2>
              <ul>
                {claims.map(({ id, text, verdict, kafka, on, driver, proved, runs, experiments }) => (
                  <li key={id}>
                    <p>
                      <Link to={`/claims/${folder}#${id}`}>
                        <Words text={text} />
                      </Link>
                    </p>
                    <p className="ledger-facts">
                      <span className={`verdict verdict--${verdict}`}>
                        {verdicts[verdict].mark} {verdicts[verdict].says}
                      </span>{' '}
                      Kafka {kafka} · {on} · driver {driver} · {proved} of {runs} {runs === 1 ? 'run' : 'runs'} ·{' '}
                      {experiments.join(', ')}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </main>
    </Layout>
  );
}
