/** The pages for instructors. */
export const instructorPlaces = [
  {
    to: '/instructors',
    says: 'Course plans',
    more: 'A workshop of two days, eight weeks of two hours, alone: with times that add up.',
  },
  {
    to: '/instructors/misconceptions',
    says: 'What learners get wrong',
    more: 'Each wrong belief, the experiment that refutes it, and the command that shows it.',
  },
  {
    to: '/instructors/shared-cluster',
    says: 'One cluster for a class',
    more: 'What runs on brokers that are not the learners’ own, which rights it takes, how to clean up.',
  },
  {
    to: '/instructors/cohort',
    says: 'Your class',
    more: 'Drop progress files: who is where, what is most often wrong, who may want a word.',
  },
] as const;
