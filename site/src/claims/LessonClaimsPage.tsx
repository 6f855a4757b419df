import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Layout from '@theme/Layout';
import type { Experiment, LessonClaims } from '../../plugins/data/lesson-claims.ts';
import { Code } from '../code/Code.tsx';
import { Words } from '../code/Words.tsx';
import { MeasuredTable } from '../lesson/MeasuredTable.tsx';
import { verdicts } from '../lesson/verdicts.ts';
import './claims.css';

/** The claims of one lesson: the code that proves each, what it measured, and every recorded run. */
export default function LessonClaimsPage({ data: { number, folder, title, claims } }: { readonly data: LessonClaims }) {
  const { collectAnchor } = useBrokenLinks();
  return (
    <Layout title={`Claims of lesson ${number}`} description={`What lesson ${number} claims, and the experiments that prove it`}>
      <main className="page">
        <p className="page-back">
          <Link to="/claims">All claims</Link> · <Link to={`/lessons/${folder}`}>Lesson {number}</Link>
        </p>
        <h1>
          {number} {title}: its claims
        </h1>
        {claims.map(({ id, text, experiments }) => {
          collectAnchor(id);
          return (
            <section key={id} id={id} className="proof">
              <h2>
                <Words text={text} />
              </h2>
              <p className="proof-id">
                <code>{id}</code>
              </p>
              {experiments.map((experiment) => (
                <Proof key={experiment.file} experiment={experiment} />
              ))}
            </section>
          );
        })}
      </main>
    </Layout>
  );
}

function Proof({ experiment: { run, html, file, ledger } }: { readonly experiment: Experiment }) {
  return (
    <>
      <h3>{run.title}</h3>
      <MeasuredTable arms={run.arms} />
      <Code html={html} language="ts" file={file} />
      <details>
        <summary>
          {ledger.length} recorded {ledger.length === 1 ? 'run' : 'runs'}
        </summary>
        <div className="table-scroll">
          <table className="runs">
            <thead>
              <tr>
                <th scope="col">when</th>
                <th scope="col">verdict</th>
                <th scope="col">Kafka</th>
                <th scope="col">clients</th>
                <th scope="col">driver</th>
                <th scope="col">took</th>
              </tr>
            </thead>
            <tbody>
              {ledger.map((line) => (
                <tr key={line.at}>
                  <td>{line.at.slice(0, 16).replace('T', ' ')}</td>
                  <td>
                    {verdicts[line.verdict].mark} {verdicts[line.verdict].says}
                    {line.because !== null && `: ${line.because}`}
                  </td>
                  <td>{line.kafka}</td>
                  <td>
                    {Object.entries(line.clients)
                      .map(([name, version]) => `${name} ${version}`)
                      .join(', ')}
                  </td>
                  <td>{line.driver}</td>
                  <td>
                    {Object.entries(line.ms)
                      .map(([arm, ms]) => `${arm} ${(ms / 1000).toFixed(1)} s`)
                      .join(', ')}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </>
  );
}
