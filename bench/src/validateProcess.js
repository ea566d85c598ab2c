/* Checks one file in a process of its own, and prints what that took. */
import { checkOptions } from './dataFile.js';
import { loadUnderTest } from './underTest.js';

const { health, validateFiles } = await loadUnderTest();
const start = performance.now();
const { ok, counts } = await validateFiles([process.argv[2]], { ...checkOptions(health), keepViolations: false });
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ ok, records: counts.records, milliseconds, kibibytes: process.resourceUsage().maxRSS }));
