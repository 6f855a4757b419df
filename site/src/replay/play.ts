// What it takes to play a run: one piece, which comes when the first run is played.
export { load } from './load.ts';
export { Stage } from './stage.tsx';
