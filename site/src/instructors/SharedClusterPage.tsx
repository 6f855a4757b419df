import Link from '@docusaurus/Link';
import type { SharedClusterData } from '../../plugins/data/shared-cluster.ts';
import { Code } from '../code/Code.tsx';
import { InstructorPage } from './InstructorPage.tsx';
import { AskedSettings } from './shared/AskedSettings.tsx';
import { CleanUp } from './shared/CleanUp.tsx';
import { RunsThere } from './shared/RunsThere.tsx';

/** How a class works on brokers that are not the learners' own. */
export default function SharedClusterPage({ data }: { readonly data: SharedClusterData }) {
  const { lessons, properties, commands, tried, withRegistry, withPostgres, there, all } = data;
  return (
    <InstructorPage
      title="Running a class on one shared cluster"
      description="What runs on brokers that are not the learners' own, which rights it takes, and how to clean up"
      lead={
        <>
          {there} of {all} experiments run on brokers of somebody else: a cluster of the school, Strimzi, a service. The others kill
          a broker, freeze it or read its disk, and say so: “not provable here”. Where each learner can run four small JVMs, a
          cluster of their own shows all of it.
        </>
      }
    >
      <section aria-labelledby="set">
        <h2 id="set">What a learner sets</h2>
        <Code html={commands.learnerSets} language="sh" />
        <p>
          The last line says whether the brokers answer, at the addresses that they hand out, and what to change if not. Mechanisms
          are <code>plain</code>, <code>scram-sha-256</code> and <code>scram-sha-512</code>. For brokers behind TLS, with an
          authority of your own:
        </p>
        <Code html={commands.behindTls} language="sh" />
        <p>
          <code>PROVING_TLS_CERT</code> and <code>PROVING_TLS_KEY</code> name a learner’s own certificate, where brokers want one.
          Every topic, group and transactional id begins with the prefix and a dash: <code>ada-orders-7f3a</code>. Who sets none
          gets one drawn, such as <code>amber-heron-417</code>, which stays the same. Give each learner one that no other begins
          with: the rights of <code>ada-</code> hold for <code>ada-b-orders</code>, too.
        </p>
        {withRegistry.length > 0 && (
          <p>
            {withRegistry.length === 1 ? 'Lesson' : 'Lessons'} {withRegistry.join(', ')}{' '}
            {withRegistry.length === 1 ? 'talks' : 'talk'} to a schema registry with the API of Confluent’s:{' '}
            <code>PROVING_REGISTRY=https://registry.example.org</code> names yours.
          </p>
        )}
        {withPostgres.length > 0 && (
          <p>
            {withPostgres.length === 1 ? 'Lesson' : 'Lessons'} {withPostgres.join(', ')}{' '}
            {withPostgres.length === 1 ? 'keeps' : 'keep'} tables in a PostgreSQL:{' '}
            <code>PROVING_POSTGRES=postgres://ada:…@db.example.org/shop</code> names a database in which a learner may make schemas.
          </p>
        )}
      </section>
      <section aria-labelledby="rights">
        <h2 id="rights">The rights of one learner</h2>
        <p>
          With these, and no others, all that lessons {tried.from} to {tried.to} have in the table below was proved against brokers
          with Kafka’s own authorizer, and their exercises were passed where the check breaks nothing. Nothing on the cluster itself
          is needed. Under another prefix the same learner is refused.
        </p>
        <Code html={commands.rights} language="sh" />
      </section>
      <AskedSettings properties={properties} />
      <section aria-labelledby="there">
        <h2 id="there">What runs there</h2>
        <p>
          As the lessons’ manifests say. <code>kill</code> and <code>freeze</code> are done to a broker’s process,{' '}
          <code>proxy</code> stands between client and broker and loses an answer, <code>files</code> reads what is on the disk,{' '}
          <code>cli</code> runs Kafka’s own tools beside the brokers, <code>streams</code> an application of Kafka Streams. What
          cannot be run can be watched: the pages replay <Link to="/claims">recorded runs of all of them</Link>.
        </p>
        <RunsThere lessons={lessons} />
      </section>
      <CleanUp html={commands.cleanUp} />
    </InstructorPage>
  );
}
