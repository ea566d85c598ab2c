import { IndentationText, Project, QuoteKind, VariableDeclarationKind } from 'ts-morph';
import { OwnBugError } from '../errors/index.js';

export interface RecordsModuleOptions {
  /** Name of the collection, such as `customers`: the constant is called after it, in camelCase. */
  readonly name: string;
  /** Name of a record's type, such as `Customer`. */
  readonly type: string;
  /** The module that exports the type. */
  readonly typesFrom: string;
}

/** The text around the records of a module. */
export interface ModuleFrame {
  readonly head: string;
  readonly tail: string;
  /** The whole module, where there are no records. */
  readonly empty: string;
}

const PLACE = '/* records */';

/**
 * A TypeScript module that exports records as a constant of their type, without the records.
 *
 * ts-morph makes the frame and the records are put into it one by one: a syntax tree of a million records would fit no
 * memory.
 */
export function recordsModule({ name, type, typesFrom }: RecordsModuleOptions): ModuleFrame {
  const constant = camelCase(name);
  const project = new Project({
    useInMemoryFileSystem: true,
    manipulationSettings: { indentationText: IndentationText.TwoSpaces, quoteKind: QuoteKind.Single },
  });
  const file = project.createSourceFile('records.ts');
  file.addImportDeclaration({ isTypeOnly: true, moduleSpecifier: typesFrom, namedImports: [type] });
  file.addVariableStatement({
    docs: [`Written by \`cohort-check export --format ts\`; manifest.json says how to make it again.`],
    isExported: true,
    declarationKind: VariableDeclarationKind.Const,
    declarations: [{ name: constant, type: `readonly ${type}[]`, initializer: `[${PLACE}]` }],
  });
  const text = file.getFullText();
  const [before, after, ...others] = text.split(PLACE);
  if (before === undefined || after === undefined || others.length > 0) {
    throw new OwnBugError('the frame of a module has no single place for its records', text);
  }
  return { head: `${before}\n`, tail: `\n${after}`, empty: `${before}${after}` };
}

/** The type that is called after a model: its name in PascalCase. */
export function typeNameOf(model: string): string {
  const camel = camelCase(model);
  return camel.charAt(0).toUpperCase() + camel.slice(1);
}

function camelCase(name: string): string {
  return name.replace(/[-_]+(.)?/g, (_, next: string | undefined) => (next ?? '').toUpperCase());
}
