import { openProgress } from '@proving/progress';
import { describe, expect, inject, it } from 'vitest';
import { executable, useBrowser, visit } from './browser.ts';

describe.skipIf(executable === null)('the tracker', () => {
  useBrowser();

  it('shows within two seconds what happened in the terminal', async () => {
    const { page, context, complaints } = await visit('/tracker');
    await page.getByText('0 of 12 lessons finished').waitFor();
    const log = openProgress({ home: inject('home'), course: '0.0.0' });
    await log.append({ kind: 'lesson.opened', lesson: '01-the-log' });
    await log.append({ kind: 'lesson.finished', lesson: '01-the-log' });
    await page.getByText('1 of 12 lessons finished').waitFor({ timeout: 2_000 });
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
