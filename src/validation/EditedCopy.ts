import { valueAt } from './shapeFaults.js';
import { isRecord } from './shared.js';

/** A value of which only those parts are copied that are changed: what a foreign value holds need not be JSON. */
export class EditedCopy {
  root: unknown;
  private readonly own = new Set<unknown>();

  constructor(root: unknown) {
    this.root = root;
  }

  /** The list or object at a path, copied with all that it lies in; undefined where there is none. */
  holderAt(path: readonly PropertyKey[]): object | undefined {
    this.root = this.owned(this.root);
    let holder = this.root;
    for (const key of path) {
      const inner = this.owned(valueAt(holder, [key]));
      if (!isHolder(holder) || inner === undefined) return undefined;
      setOwn(holder, key, inner);
      holder = inner;
    }
    return isHolder(holder) ? holder : undefined;
  }

  put(path: readonly PropertyKey[], value: unknown): boolean {
    const key = path.at(-1);
    const holder = key === undefined ? undefined : this.holderAt(path.slice(0, -1));
    if (holder === undefined || key === undefined) return false;
    setOwn(holder, key, value);
    return true;
  }

  private owned(value: unknown): unknown {
    if (!isHolder(value) || this.own.has(value)) return value;
    const copy: object = Array.isArray(value) ? [...(value as readonly unknown[])] : copyOf(value);
    this.own.add(copy);
    return copy;
  }
}

function isHolder(value: unknown): value is object {
  return Array.isArray(value) || isRecord(value);
}

/** Key by key, because a key of a foreign file may be called `__proto__`. */
function copyOf(value: object): object {
  const copy = {};
  for (const [key, inner] of Object.entries(value)) setOwn(copy, key, inner);
  return copy;
}

function setOwn(holder: object, key: PropertyKey, value: unknown): void {
  Reflect.defineProperty(holder, key, { value, writable: true, enumerable: true, configurable: true });
}
