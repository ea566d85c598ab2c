import { ts } from 'ts-morph';
import { readPattern } from './Pattern.js';
import type { Pattern } from './Pattern.js';

/** What a comment behind an expression says of it. */
export interface Claim {
  /** The line in the example, from 0. */
  readonly line: number;
  readonly text: string;
  /** `throws`: a part of the message of the error that it throws. */
  readonly wants: { readonly value: Pattern } | { readonly throws: string };
}

export interface Instrumented {
  /** The code, in which each expression with a claim hands its value to `__seen` or itself to `__throws`. */
  readonly code: string;
  readonly claims: readonly Claim[];
}

/**
 * Finds the claims of an example: `expression // value`, `const x = expression; // value`, `expression // throws words`,
 * `console.log(expression) // value`. A value may go on over the next comment lines, or begin on the line below.
 *
 * A comment that begins as a value does (with a bracket, a quote, a digit, `=>`, …) must be one; others are prose.
 *
 * @throws Error where such a comment cannot be read, with its line.
 */
export function instrument(code: string): Instrumented {
  const file = ts.createSourceFile('example.ts', code, ts.ScriptTarget.ESNext, true);
  const claims: Claim[] = [];
  const edits: { readonly at: number; readonly text: string }[] = [];
  const visit = (node: ts.Node): void => {
    const expression = claimable(node);
    const claim = expression && claimBehind(code, node);
    if (expression !== undefined && claim !== undefined) {
      const id = claims.push(claim) - 1;
      const isThrows = 'throws' in claim.wants;
      edits.push({
        at: expression.getStart(file),
        text: isThrows ? `await __throws(${id}, async () => (` : `__seen(${id}, (`,
      });
      edits.push({ at: expression.getEnd(), text: '))' });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  let result = code;
  for (const { at, text } of edits.sort((a, b) => b.at - a.at)) result = result.slice(0, at) + text + result.slice(at);
  return { code: result, claims };
}

/** The expression of a statement whose value a comment may state. */
function claimable(node: ts.Node): ts.Expression | undefined {
  if (ts.isExpressionStatement(node)) return logged(node.expression) ?? node.expression;
  if (!ts.isVariableStatement(node)) return undefined;
  const { declarations } = node.declarationList;
  return declarations.length === 1 ? declarations[0]?.initializer : undefined;
}

function logged(node: ts.Expression): ts.Expression | undefined {
  if (!ts.isCallExpression(node) || node.expression.getText() !== 'console.log') return undefined;
  return node.arguments.length === 1 ? node.arguments[0] : undefined;
}

function claimBehind(code: string, node: ts.Node): Claim | undefined {
  const end = node.getEnd();
  const line = code.slice(0, end).split('\n').length - 1;
  const [sameLine = '', ...below] = code.slice(end).split('\n');
  const behind = /^[ \t]*\/\/[ \t]?(.*)$/.exec(sameLine)?.[1];
  // A statement that ends its line may have its value on the next one.
  const start = behind ?? (/^[ \t]*$/.test(sameLine) ? belowAsValue(below[0]) : undefined);
  if (start === undefined) return undefined;
  const more = (behind === undefined ? below.slice(1) : below).map((each) => /^[ \t]*\/\/[ \t]?(.*)$/.exec(each)?.[1]);
  const [, words] = /^throws (.+)$/.exec(start) ?? [];
  if (words !== undefined) return { line, text: start, wants: { throws: words } };
  let text = start.replace(/^(?:=>|→)\s*/, '');
  if (text === start && !/^(?:[[{'"`\d-]|(?:true|false|null|undefined|NaN|Infinity)\b)/.test(text)) return undefined;
  for (const next of [...more, undefined]) {
    const pattern = readPattern(text);
    if (pattern !== undefined) return { line, text, wants: { value: pattern } };
    if (next === undefined) break;
    text += `\n${next}`;
  }
  throw new Error(`line ${line + 1} claims what is no value: ${text}`);
}

function belowAsValue(line = ''): string | undefined {
  return /^[ \t]*\/\/[ \t]?((?:[[{'"]|=>|→).*)$/.exec(line)?.[1];
}
