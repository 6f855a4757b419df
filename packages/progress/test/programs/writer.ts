import { writeSync } from 'node:fs';
import { openProgress } from '../../src/log.ts';

// Says "begun", then appends facts until it is killed or has `count` of them, and says the number of each when its append has
// resolved. What stands in the pipe can still be read when this process is gone.
const [home = '', name = '', count = '0', together = '1'] = process.argv.slice(2);
const progress = openProgress({ home, course: '0.1.0' });
writeSync(1, 'begun\n');

for (let n = 0; n < Number(count); ) {
  const size = Math.min(Number(together), Number(count) - n);
  const group = Array.from({ length: size }, (_, i) => n + i);
  await Promise.all(
    group.map(async (each) => {
      await progress.append({ kind: 'note', lesson: null, text: `${name}/${each}` });
      writeSync(1, `${name}/${each}\n`);
    }),
  );
  n += size;
}
