/** Where one can go from every page. */
export const places = [
  { to: '/lessons/01-the-log', says: 'Lessons' },
  { to: '/claims', says: 'Claims' },
  { to: '/playgrounds/partitioner', says: 'Playgrounds' },
  { to: '/cards', says: 'Cards' },
  { to: '/notes/positions', says: 'Notes' },
  { to: '/tracker', says: 'Progress' },
  { to: '/instructors', says: 'Instructors' },
] as const;
