import type { Classroom } from './classroom.ts';

const holds = {
  'lessons.csv': 'a row for each learner in each lesson',
  'learners.csv': 'a row for each learner',
  'assessments.csv': 'a row for each assessment',
  'missed.csv': 'a row for each thing that was missed',
} as const;

/** The tables that `pnpm cohort import --to` writes, byte for byte. */
export function TakeWithYou({ csv, madeUp }: { readonly csv: Classroom['csv']; readonly madeUp: boolean }) {
  const save = (name: keyof typeof holds) => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([csv[name]], { type: 'text/csv' }));
    link.download = madeUp ? `made-up-${name}` : name;
    link.click();
    URL.revokeObjectURL(link.href);
  };
  return (
    <section aria-labelledby="take" className="take">
      <h2 id="take">Take it with you</h2>
      <p>For a spreadsheet; the same files as those of pnpm cohort import --to.</p>
      <ul className="take-files">
        {(Object.keys(holds) as (keyof typeof holds)[])
          .filter((name) => csv[name].trim() !== '')
          .map((name) => (
            <li key={name}>
              <button type="button" onClick={() => save(name)}>
                {name}
              </button>{' '}
              {holds[name]}
            </li>
          ))}
      </ul>
    </section>
  );
}
