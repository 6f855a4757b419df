import Layout from '@theme/Layout';
import type { TrackerData } from '../../plugins/data/tracker.ts';
import { Tracker } from './Tracker.tsx';

/** Where the learner is: read live from the log of this machine when `pnpm site` serves the page, else from this browser's own store. */
export default function TrackerPage({ data }: { readonly data: TrackerData }) {
  return (
    <Layout title="Progress" description="What you have seen proved, what was wrong, and where to go on">
      <main className="page">
        <h1>Your progress</h1>
        <p className="tracker-about">
          What you have seen proved, answered and built, read from your own log: live where <code>pnpm site</code> serves this page,
          else from this browser. It goes nowhere else.
        </p>
        <noscript>
          <p className="page-lead">
            This page reads a log, which needs JavaScript. In a terminal the same stands behind <code>pnpm progress</code>.
          </p>
        </noscript>
        <Tracker data={data} />
      </main>
    </Layout>
  );
}
