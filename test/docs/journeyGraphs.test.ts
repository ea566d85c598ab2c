import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scenarioTypes } from '../../arbitraries/index.js';
import { toMermaid } from '../../src/index.js';
import { ROOT } from './Example.js';

it('the diagrams of the documentation are those of the graphs', async () => {
  const diagrams = Object.values(scenarioTypes).map(
    ({ name, who, graph }) => `## ${name}\n\n${who}\n\n\`\`\`mermaid\n${toMermaid(graph)}\`\`\`\n`,
  );
  const page = [
    '# The journey graphs of the health domain\n',
    'Made from the graphs by `toMermaid`; `npx vitest run test/docs/journeyGraphs.test.ts -u` makes it anew.\n',
    ...diagrams,
  ].join('\n');
  await expect(page).toMatchFileSnapshot(join(ROOT, 'docs/journey-graphs.md'));
});
