import { openProgress } from '@proving/progress';
import { describe, expect, inject, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

describe.skipIf(executable === null)('the tracker', () => {
  useBrowser();

  it('shows within two seconds what happened in the terminal', async () => {
    const { page, context, complaints } = await visit('/tracker');
    // The page's own two seconds, however long they take on a busy machine.
    await page.clock.install();
    await page.reload();
    await page.getByText('0 of 12 lessons finished').waitFor();
    await page.clock.pauseAt(Date.now() + 3_600_000);
    const log = openProgress({ home: inject('home'), course: '0.0.0' });
    await log.append({ kind: 'lesson.opened', lesson: '01-the-log' });
    await log.append({ kind: 'lesson.finished', lesson: '01-the-log' });
    await page.clock.runFor(2_000);
    await page.getByText('1 of 12 lessons finished').waitFor();
    await page.getByText('From the log of this machine').waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is shown to no page of another origin', async () => {
    const { page, context } = await visit('/tracker');
    const other = inject('address').replace('127.0.0.1', 'localhost');
    const read = await page.evaluate(
      (url) =>
        fetch(`${url}/progress`).then(
          () => 'read',
          () => 'refused',
        ),
      other,
    );
    expect(read).toBe('refused');
    await context.close();
  });
});
