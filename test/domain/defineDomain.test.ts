import { describe, expect, it } from 'vitest';
import { collectionsCalled, defineDomain } from '../../src/domain/index.js';
import type { Collection } from '../../src/index.js';
import { people, peopleCalled } from '../snapshot/people.js';
import { town } from '../snapshot/town.js';

type Given = Partial<Pick<Collection<object>, 'name' | 'folder' | 'group' | 'type'>>;

const declare = (...collections: readonly Given[]): unknown =>
  defineDomain({ ...people, collections: collections.map((given) => ({ ...peopleCalled('people'), ...given })) });

describe('defineDomain', () => {
  it.each<[string, Given[]]>([
    ['several in a folder', [{ name: 'a', folder: 'f' }, { name: 'b', folder: 'f' }, { name: 'c' }]],
    [
      'a group that spans folders',
      [
        { name: 'a', folder: 'f', group: 'g' },
        { name: 'b', group: 'g' },
      ],
    ],
    ['a word for a group and a folder of the same members', [{ name: 'a', folder: 'x', group: 'x' }, { name: 'b' }]],
    ['a group called after its only member', [{ name: 'a', group: 'a' }]],
    ['a manifest in a folder', [{ name: 'manifest', folder: 'f' }]],
    ['a type of any spelling', [{ name: 'a', type: 'HTTP_Visit$1' }]],
  ])('takes %s', (_, collections) => expect(() => declare(...collections)).not.toThrow());

  it.each<[Given[], string]>([
    [[{ name: '../x' }], 'name of collection "../x" is "../x"'],
    [[{ name: 'Customers' }], 'name of collection "Customers" is "Customers"'],
    [[{ name: '' }], 'name of collection "" is ""'],
    [[{ name: 'a', folder: 'f/g' }], 'folder of collection "a" is "f/g"'],
    [[{ name: 'a', folder: '..' }], 'folder of collection "a" is ".."'],
    [[{ name: 'a', folder: 'f\\g' }], 'folder of collection "a" is "f\\\\g"'],
    [[{ name: 'a', group: 'a b' }], 'group of collection "a" is "a b"'],
    [[{ name: 'a', type: 'A[]' }], 'type of a is "A[]"'],
    [[{ name: 'manifest' }], 'a collection is called manifest'],
    [[{ name: 'a' }, { name: 'b' }, { name: 'a', folder: 'f' }], 'collection a stands twice'],
    [[{ name: 'a' }, { name: 'b', folder: 'a' }], 'a means two things'],
    [[{ name: 'a' }, { name: 'b', group: 'a' }], 'a means two things'],
    [
      [
        { name: 'a', folder: 'x', group: 'x' },
        { name: 'b', folder: 'x' },
      ],
      'x means two things',
    ],
  ])('refuses %j', (collections, what) => {
    expect(() => declare(...collections)).toThrow(
      expect.objectContaining({
        code: 'bad-domain',
        message: expect.stringContaining(`bad-domain  defineDomain(…): ${what}`) as string,
      }) as Error,
    );
  });
});

describe('collectionsCalled', () => {
  it.each([
    ['people', ['people']],
    ['tour', ['tour']],
    ['visit', ['arrival', 'tour']],
    ['visits', ['arrival', 'tour']],
  ])('finds what %s means', (word, names) => {
    expect(collectionsCalled(town, word, word).map(({ name }) => name)).toEqual(names);
  });

  it('lists what there is', () => {
    expect(() => collectionsCalled(town, 'nobody', '--only "nobody"')).toThrow(
      [
        'unknown-collection  --only "nobody": the town domain has no such collection',
        '  try     one of people, arrival, tour, the group visit, the folder visits',
      ].join('\n'),
    );
  });
});
