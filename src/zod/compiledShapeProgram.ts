type Check = (value: unknown) => boolean;

/** The text of a check that is being compiled, and the values that the text speaks of by name. */
export class CheckProgram {
  private readonly values: unknown[] = [];
  private readonly functions: string[] = [];
  private readonly named = new Map<object, string>();

  /** A name for a value that the text cannot hold itself. */
  bind(value: unknown): string {
    return `c${this.values.push(value) - 1}`;
  }

  /** A name for a function of `value`; its body returns false, or comes to its end. */
  define(body: readonly string[]): string {
    return this.write(`f${this.functions.push('') - 1}`, body);
  }

  /** `define`, once for each subject: while its body is being made, it has its name, so that it may speak of itself. */
  defineOnce(subject: object, bodyOf: () => readonly string[]): string {
    const known = this.named.get(subject);
    if (known !== undefined) return known;
    const name = `f${this.functions.push('') - 1}`;
    this.named.set(subject, name);
    return this.write(name, bodyOf());
  }

  private write(name: string, body: readonly string[]): string {
    this.functions[Number(name.slice(1))] = `const ${name} = (value) => { ${body.join(' ')} return true; };`;
    return name;
  }

  /** The check that a condition on `value` says. */
  compile(condition: string): Check {
    const names = this.values.map((_, index) => `c${index}`);
    const text = `${this.functions.join('\n')}\nreturn (value) => ${condition};`;
    // The text is made of fixed pieces, numbers, and strings that `JSON.stringify` wrote: nothing of a schema runs as code.
    // oxlint-disable-next-line typescript/no-implied-eval
    const make = new Function(...names, text) as (...values: readonly unknown[]) => Check;
    return make(...this.values);
  }
}
