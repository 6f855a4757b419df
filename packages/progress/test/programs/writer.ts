import { openSync, writeSync } from 'node:fs';
import { openProgress } from '../../src/log.ts';

// Appends facts until it is killed or has `count` of them; every number that an append has resolved for stands in the file `told`.
const [home = '', told = '', name = '', count = '0', together = '1'] = process.argv.slice(2);
const progress = openProgress({ home, course: '0.1.0' });
const file = openSync(told, 'a');

for (let n = 0; n < Number(count); ) {
  const size = Math.min(Number(together), Number(count) - n);
  const group = Array.from({ length: size }, (_, i) => n + i);
  await Promise.all(
    group.map(async (each) => {
      await progress.append({ kind: 'note', lesson: null, text: `${name}/${each}` });
      writeSync(file, `${each}\n`);
    }),
  );
  n += size;
}
