import { descriptionPlaces, relationshipPlaces } from './narrative.js';
import { Reader } from './Reader.js';

/** Built when the first text is checked: drawing needs neither. */
let ofDescriptions: Reader | undefined;
let ofRelationships: Reader | undefined;

export function descriptionReader(): Reader {
  return (ofDescriptions ??= new Reader(descriptionPlaces));
}

export function relationshipReader(): Reader {
  return (ofRelationships ??= new Reader(relationshipPlaces));
}
