import Link from '@docusaurus/Link';
import Layout from '@theme/Layout';
import type { HomeData } from '../../plugins/data/home.ts';
import { useCourse } from '../course.ts';
import { CourseMap } from './CourseMap.tsx';
import { LeaderDies } from './LeaderDies.tsx';
import './home.css';

/** In ten seconds and without a scroll: what this is, what it looks like, and the one command. */
export default function HomePage({ data }: { readonly data: HomeData }) {
  const { kafka, lessons } = useCourse();
  const first = lessons[0];
  return (
    <Layout description="Learn Apache Kafka by watching every claim hold, and fail, on a real cluster of your own">
      <main className="home">
        <section className="home-hero">
          <h1>Most of what is said about Kafka is said, not shown.</h1>
          <LeaderDies film={data.film} />
          <div className="home-hero-words">
            <p className="home-hero-lead">
              Here every sentence that is taught is a claim, and every claim is proved on a real cluster on your own machine. Twice:
              once where it holds, and once where its cause is taken away and it fails.
            </p>
            <pre className="home-hero-command">
              <code>npx -y pnpm@12 lesson 01</code>
            </pre>
            <p className="home-hero-small">
              It fetches Apache Kafka, starts three brokers and a controller, and opens the first lesson. Nothing leaves your
              machine. Or <Link to={`/lessons/${first?.folder}`}>read first</Link>.
            </p>
          </div>
        </section>
        <p className="home-proved">
          <b>
            {data.proved} of {data.claims}
          </b>{' '}
          claims proved on Kafka {kafka}, last on {data.on}; {data.runs} recorded runs of {data.experiments} experiments.{' '}
          <Link to="/claims">The ledger of claims</Link>
        </p>
        <CourseMap />
      </main>
    </Layout>
  );
}
