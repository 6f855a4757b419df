import Link from '@docusaurus/Link';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import Layout from '@theme/Layout';
import type { CardData } from '../../plugins/data/cards.ts';
import { Words } from '../code/Words.tsx';
import './cards.css';

/** The revision cards of all lessons; printed, each is a page. */
export default function CardsPage({ data }: { readonly data: readonly CardData[] }) {
  const { collectAnchor } = useBrokenLinks();
  for (const { number } of data) collectAnchor(`card-${number}`);
  return (
    <Layout title="Revision cards" description="One page a lesson, to come back to before an interview">
      <main className="page cards">
        <header className="cards-head">
          <h1>Revision cards</h1>
          <p className="page-lead">
            One card a lesson: the picture, the claims, what is worth knowing by heart, and what to say when asked. Printed, each is
            a page of its own. To be asked instead, take the <Link to="/interview">interview cards</Link>.
          </p>
          <p className="cards-index">
            {data.map(({ number, title }) => (
              <a key={number} href={`#card-${number}`}>
                {number} {title}
              </a>
            ))}
          </p>
        </header>
        {data.map((card) => (
          <Card key={card.number} card={card} />
        ))}
      </main>
    </Layout>
  );
}

function Card({ card }: { readonly card: CardData }) {
  const { number, folder, title, question, claims, drawing, remember, interview } = card;
  return (
    <article className="card-page" id={`card-${number}`}>
      <header>
        <p className="lesson-number">{number}</p>
        <h2>
          <Link to={`/lessons/${folder}`}>{title}</Link>
        </h2>
        <p className="card-question">{question}</p>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide drawing is scrolled with the keyboard */}
      <pre className="drawing" tabIndex={0}>
        {drawing.replace(/^\n/, '')}
      </pre>
      <section>
        <h3>Claims</h3>
        <ul>
          {claims.map((claim) => (
            <li key={claim}>
              <Words text={claim} />
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>By heart</h3>
        <dl>
          {Object.entries(remember).map(([what, does]) => (
            <div key={what}>
              <dt>
                <code>{what}</code>
              </dt>
              <dd>
                <Words text={does} />
              </dd>
            </div>
          ))}
        </dl>
      </section>
      <section>
        <h3>When you are asked</h3>
        <p>
          <Words text={interview} />
        </p>
      </section>
    </article>
  );
}
