import { BaseSequencer } from 'vitest/node';
import type { TestSpecification } from 'vitest/node';
import { defineConfig } from 'vitest/config';

/** Files of a few lines that take long: without a hint they start last, and the other cores wait for them. */
const SLOW = /[\\/]test[\\/](?:e2e|laws|package|quality)[\\/]|[\\/]resume\.test\.ts$/;

class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return [
      ...sorted.filter(({ moduleId }) => SLOW.test(moduleId)),
      ...sorted.filter(({ moduleId }) => !SLOW.test(moduleId)),
    ];
  }
}

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    watch: false,
    sequence: { sequencer: SlowFirst },
    // By default one core is left free for watching; nobody watches here.
    maxWorkers: '100%',
    // Properties run many cases on a shared machine; a hang is what this must catch, not slowness.
    testTimeout: 30_000,
    hookTimeout: 60_000,
    typecheck: {
      enabled: true,
      include: ['test/**/*.test-d.ts'],
      tsconfig: './tsconfig.json',
    },
  },
});
