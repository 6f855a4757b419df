/** The playgrounds, each with the question that one answers there by trying, and the lessons that it belongs to, by folder, also one that is still to come. */
export const playgrounds = [
  { to: '/playgrounds/partitioner', says: 'Where does a key go?', lessons: ['03-keys-and-partitioners'] },
  { to: '/playgrounds/durability', says: 'What does this send promise?', lessons: ['07-acks-and-durability'] },
  { to: '/playgrounds/storage', says: 'When does it go away?', lessons: ['11-storage'] },
  { to: '/playgrounds/batches', says: 'What is in a batch?', lessons: ['08-batching-and-compression', '11-storage'] },
  { to: '/playgrounds/evolution', says: 'Who must upgrade first?', lessons: ['14-schema-evolution'] },
  { to: '/playgrounds/windows', says: 'When is a window over?', lessons: ['19-time-and-windows'] },
] as const;

/** Those of one lesson. */
export const playgroundsOf = (folder: string) => playgrounds.filter(({ lessons }) => lessons.some((each) => each === folder));
