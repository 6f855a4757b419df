import { Code } from '../../code/Code.tsx';

/** What is left on the brokers after a class, and how it goes. */
export function CleanUp({ html }: { readonly html: string }) {
  return (
    <section aria-labelledby="clean">
      <h2 id="clean">Cleaning up</h2>
      <p>
        A run deletes its own topics and groups at its end. What a killed run left is found by the learner’s prefix, and goes with
        these; the last one takes the rights back. The progress is not there: it is on the learners’ machines.
      </p>
      <Code html={html} language="sh" />
    </section>
  );
}
