import { createColors } from 'picocolors';
import { expect, it, vi } from 'vitest';
import { watch } from '../../cli/src/commands/watch.js';
import { cliProject, smallProject } from './cli-project.js';

it('runs again after a change, survives a failing run, and ends when it is told to', async () => {
  const project = cliProject(smallProject);
  const controller = new AbortController();
  const errors: string[] = [];
  let runs = 0;
  const watching = watch(
    () => {
      runs++;
      return runs === 2 ? Promise.reject(new Error('broken')) : Promise.resolve();
    },
    {
      cwd: project.root,
      env: {},
      interactive: false,
      colors: createColors(false),
      out: () => undefined,
      error: (text) => errors.push(text),
    },
    controller.signal,
  );
  await vi.waitFor(() => {
    expect(runs).toBe(1);
  });
  // The watcher is ready some time after the first run: the change is made until it is seen.
  await vi.waitFor(
    () => {
      project.write('src/new.ts', `export const now = ${performance.now()};\n`);
      expect(runs).toBeGreaterThanOrEqual(2);
    },
    { timeout: 10_000, interval: 400 },
  );
  expect(errors[0]).toContain('Error: broken');
  await vi.waitFor(
    () => {
      project.write('src/new.ts', `export const later = ${performance.now()};\n`);
      expect(runs).toBeGreaterThanOrEqual(3);
    },
    { timeout: 10_000, interval: 400 },
  );
  const seen = runs;
  project.write('notes.md', 'Not code.\n');
  await new Promise((resolve) => setTimeout(resolve, 500));
  expect(runs).toBeLessThanOrEqual(seen + 1);
  controller.abort();
  expect(await watching).toBe(0);
});
