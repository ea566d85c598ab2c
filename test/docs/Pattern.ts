import { ts } from 'ts-morph';

/**
 * What a comment says that a value is. A bare `…` in an array or object stands for any more members; a text that ends in `…`
 * stands for all that begin like it.
 */
export type Pattern =
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'start'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly Pattern[]; readonly open: boolean }
  | { readonly kind: 'record'; readonly members: ReadonlyMap<string, Pattern>; readonly open: boolean };

const REST = '__rest__';

/** The pattern that a text writes down; undefined where it is none (or not all of one). */
export function readPattern(text: string): Pattern | undefined {
  // An ellipsis outside of texts is no JavaScript; a name takes its place.
  const code = text.replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|…/g, (part) => (part === '…' ? REST : part));
  const source = `(${code}\n)`;
  if ((ts.transpileModule(source, { reportDiagnostics: true }).diagnostics ?? []).length > 0) return undefined;
  const [statement, ...others] = ts.createSourceFile('claim.ts', source, ts.ScriptTarget.ESNext, true).statements;
  if (statement === undefined || others.length > 0) return undefined;
  if (!ts.isExpressionStatement(statement) || !ts.isParenthesizedExpression(statement.expression)) return undefined;
  return toPattern(statement.expression.expression);
}

function toPattern(node: ts.Expression): Pattern | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) {
    return node.text.endsWith('…') ? { kind: 'start', text: node.text.slice(0, -1) } : value(node.text);
  }
  if (ts.isNumericLiteral(node)) return value(Number(node.text));
  if (ts.isBigIntLiteral(node)) return value(BigInt(node.text.slice(0, -1)));
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.MinusToken) {
    const inner = toPattern(node.operand);
    return inner?.kind === 'value' && typeof inner.value === 'number' ? value(-inner.value) : undefined;
  }
  if (ts.isArrayLiteralExpression(node)) return toList(node.elements);
  if (ts.isObjectLiteralExpression(node)) return toRecord(node.properties);
  if (ts.isIdentifier(node)) return NAMES.get(node.text);
  return WORDS.get(node.kind);
}

const value = (of: unknown): Pattern => ({ kind: 'value', value: of });
const NAMES: ReadonlyMap<string, Pattern> = new Map([
  ['undefined', value(undefined)],
  ['NaN', value(NaN)],
  ['Infinity', value(Infinity)],
]);
const WORDS: ReadonlyMap<ts.SyntaxKind, Pattern> = new Map([
  [ts.SyntaxKind.TrueKeyword, value(true)],
  [ts.SyntaxKind.FalseKeyword, value(false)],
  [ts.SyntaxKind.NullKeyword, value(null)],
]);

function toList(elements: readonly ts.Expression[]): Pattern | undefined {
  const isOpen = isRest(elements.at(-1));
  const items = (isOpen ? elements.slice(0, -1) : elements).map(toPattern);
  return items.every((item) => item !== undefined) ? { kind: 'list', items, open: isOpen } : undefined;
}

function toRecord(properties: readonly ts.ObjectLiteralElementLike[]): Pattern | undefined {
  const members = new Map<string, Pattern>();
  let isOpen = false;
  for (const property of properties) {
    if (ts.isShorthandPropertyAssignment(property) && isRest(property.name)) isOpen = true;
    else {
      if (!ts.isPropertyAssignment(property) || ts.isComputedPropertyName(property.name)) return undefined;
      const pattern = toPattern(property.initializer);
      if (pattern === undefined) return undefined;
      members.set(property.name.text, pattern);
    }
  }
  return { kind: 'record', members, open: isOpen };
}

function isRest(node: ts.Node | undefined): boolean {
  return node !== undefined && ts.isIdentifier(node) && node.text === REST;
}

/** Whether a value is what the pattern says; members that are `undefined` count as left out. */
export function matches(pattern: Pattern, actual: unknown): boolean {
  switch (pattern.kind) {
    case 'value':
      return Object.is(pattern.value, actual);
    case 'start':
      return typeof actual === 'string' && actual.startsWith(pattern.text);
    case 'list': {
      if (!Array.isArray(actual)) return false;
      const { items, open } = pattern;
      const isLong = open ? actual.length >= items.length : actual.length === items.length;
      return isLong && items.every((item, index) => matches(item, actual[index]));
    }
    case 'record': {
      if (typeof actual !== 'object' || actual === null || Array.isArray(actual)) return false;
      const present = new Map(Object.entries(actual).filter(([, member]) => member !== undefined));
      const { members, open } = pattern;
      const all = [...members].every(([key, member]) => matches(member, present.get(key)));
      return all && (open || [...present.keys()].every((key) => members.has(key)));
    }
  }
}

/** A value as the documentation writes it, so that it can be pasted there. */
export function written(actual: unknown): string {
  if (typeof actual === 'string')
    return `'${actual.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\n', '\\n')}'`;
  if (typeof actual === 'bigint') return `${actual}n`;
  if (Object.is(actual, -0)) return '-0';
  if (Array.isArray(actual)) return `[${actual.map(written).join(', ')}]`;
  if (typeof actual !== 'object' || actual === null) return String(actual);
  const members = Object.entries(actual).filter(([, member]) => member !== undefined);
  if (members.length === 0) return '{}';
  return `{ ${members.map(([key, member]) => `${/^[\w$]+$/.test(key) ? key : written(key)}: ${written(member)}`).join(', ')} }`;
}
