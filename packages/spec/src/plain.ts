// The words that need no parser: for a page that is to be small, and for a start that is to be quick. A command that finds its cluster running has 60 ms, and reading zod alone takes longer.
export {
  type BrokerId,
  brokerId,
  type DriverName,
  driverNames,
  type Power,
  powers,
  type Service,
  type Shape,
  services,
  shapes,
} from './cluster.ts';
export { type Duration, ms } from './duration.ts';
export { Plain, Unreadable } from './errors.ts';
export { inWords } from './expectation.ts';
export { provingHome } from './home.ts';
export { judgePrediction } from './prediction.ts';
