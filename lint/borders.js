import { builtinModules } from 'node:module';
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

import { IMPORTERS_OF_ARBITRARIES, PACKAGES, ROOMS, SIDE_DOORS } from './rooms.js';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** Imports cross rooms downward and through doors, and each package has its places. The table is `rooms.js`. */
export const borders = {
  meta: { type: 'problem', docs: { description: 'imports keep to the rooms of docs/architecture.md' } },
  create(context) {
    const file = relative(ROOT, context.filename).split(sep).join('/');
    const from = placeOf(file);

    const check = (source, typeOnly) => {
      const specifier = textOf(source);
      if (specifier === undefined) return;
      const message = specifier.startsWith('.')
        ? relativeFault(file, from, specifier)
        : packageFault(from, specifier, typeOnly);
      if (message !== undefined) context.report({ node: source, message });
    };

    return {
      ImportDeclaration: (node) => check(node.source, node.importKind === 'type'),
      ExportNamedDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ExportAllDeclaration: (node) => check(node.source, node.exportKind === 'type'),
      ImportExpression: (node) => check(node.source, false),
      TSImportType: (node) => check(node.source, true),
    };
  },
};

/** The room of a file, `index` for the public door, the top folder for the rest; `undefined` for a stray in `src`. */
function placeOf(file) {
  const [top, room, ...rest] = file.split('/');
  if (top !== 'src') return top;
  if (rest.length > 0) return room;
  return room === 'index.ts' || room === 'index.js' ? 'index' : undefined;
}

function relativeFault(file, from, specifier) {
  const target = posix.join(posix.dirname(file), specifier);
  const to = placeOf(target);

  if (target.startsWith('arbitraries/') && from !== 'arbitraries' && !isOneOf(IMPORTERS_OF_ARBITRARIES, from)) {
    return `'${specifier}': only ${IMPORTERS_OF_ARBITRARIES.join(', ')} import the health domain`;
  }
  if (file.startsWith('arbitraries/')) {
    if (!target.startsWith('arbitraries/') && to !== 'index') {
      return `'${specifier}': arbitraries/ is written with the public door src/index.js alone`;
    }
  } else if (file.startsWith('src/')) {
    if (!ROOMS.has(from)) return `src/${from ?? ''}: no such room; give it a place in lint/rooms.js`;
    if (!target.startsWith('src/') && !target.startsWith('arbitraries/')) {
      return `'${specifier}': src imports nothing that lies outside src`;
    }
    if (target.startsWith('src/') && to !== from && !ROOMS.get(from).includes(to)) {
      return `'${specifier}': ${from} may not import ${to ?? 'a stray file of src'}; it may import ${ROOMS.get(from).join(', ') || 'no room'}`;
    }
  } else {
    return undefined;
  }
  return doorFault(file, target, specifier);
}

/** A folder that the importing file does not stand in is entered through its index file and no deeper. */
function doorFault(file, target, specifier) {
  const here = posix.dirname(file).split('/');
  const there = posix.dirname(target).split('/');
  const shared = there.findIndex((folder, depth) => folder !== here[depth]);
  if (shared === -1) return undefined;
  const door = `${there.slice(0, shared + 1).join('/')}/index.js`;
  return target === door || SIDE_DOORS.includes(target) ? undefined : `'${specifier}' reaches past the door ${door}`;
}

function packageFault(from, specifier, typeOnly) {
  if (from !== 'arbitraries' && from !== undefined && !ROOMS.has(from)) return undefined;
  if (specifier.startsWith('node:') || builtinModules.includes(specifier)) return undefined;
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  const places = PACKAGES.get(name);
  if (places === undefined) return `'${specifier}': package ${name} has no place yet; give it one in lint/rooms.js`;
  if (isOneOf(places.values, from) || (typeOnly && isOneOf(places.types, from))) return undefined;
  const types = places.types.length > 0 ? ` (types also in ${places.types.join(', ')})` : '';
  return `'${specifier}': ${from ?? 'src'} may not import ${name}; it is imported in ${places.values.join(', ')}${types}`;
}

function isOneOf(places, place) {
  return place !== undefined && places.includes(place);
}

function textOf(source) {
  if (typeof source?.value === 'string') return source.value;
  if (source?.type === 'TemplateLiteral' && source.quasis.length === 1) return source.quasis[0].value.cooked;
  return undefined;
}
