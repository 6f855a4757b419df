// The words that need no parser. A command that finds its cluster running has 60 ms, and reading zod alone takes longer.
export { type BrokerId, brokerId, type DriverName, driverNames, type Power, powers, type Shape, shapes } from './cluster.ts';
export { type Duration, ms } from './duration.ts';
export { Plain, Unreadable } from './errors.ts';
export { provingHome } from './home.ts';
