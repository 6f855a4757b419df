import { Code } from '../../code/Code.tsx';

/** What the brokers must be like, and the settings without which some experiments end with "could not judge". */
export function AskedSettings({ properties }: { readonly properties: string }) {
  return (
    <section aria-labelledby="brokers">
      <h2 id="brokers">What the brokers must be like</h2>
      <p>
        Three brokers or more, Kafka 4.0 or newer, and <code>auto.create.topics.enable</code> as it comes, because lesson 02 is
        about it. And shorter waits: lessons kill consumers, and with Kafka’s own settings nobody takes over before the experiment
        ends as “not judged”. That is so for most of lesson 06, and for some of 05, 10 and 12; a service that lets nobody change its
        brokers still runs the others. On brokers and controllers alike:
      </p>
      <Code html={properties} language="sh" />
    </section>
  );
}
