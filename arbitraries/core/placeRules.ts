import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import type { Customer } from '../schema/index.js';
import { areaTypes } from '../vocabulary.js';
import { oneFrom, withLocation } from './breaking.js';
import { placeOf, places } from './places.js';

/*
 * Each rule asks the table of places for the city and looks at one other fact of it; a city that the table does not have
 * is a matter of the first rule alone.
 */
export const placeRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'place-listed',
    sentence: 'The city is in the table of places, so that it can be told what lies in it.',
    severity: 'warning',
    check: ({ core: { location } }, report) => {
      if (placeOf(location.city) !== undefined) return;
      report('/core/location/city', `${location.city} is not in the table of places`, location.city, 'a listed city');
    },
    breaker: (customer) => withLocation(customer, { city: `New ${customer.core.location.city}` }),
  }),
  invariant({
    id: 'state-of-place',
    sentence: 'The state is the one that the city lies in.',
    check: ({ core: { location } }, report) => {
      const place = placeOf(location.city);
      if (place === undefined || place.state === location.state) return;
      report(
        '/core/location/state',
        `${location.city} lies in ${place.state}, not in ${location.state}`,
        location.state,
        place.state,
      );
    },
    breaker: (customer, source) => {
      const { state } = customer.core.location;
      const elsewhere = oneFrom(
        source,
        places.filter((place) => place.state !== state),
      );
      return elsewhere && withLocation(customer, { state: elsewhere.state });
    },
  }),
  invariant({
    id: 'postal-code-in-place',
    sentence: 'The ZIP code is one of the city.',
    check: ({ core: { location } }, report) => {
      const { city, postal_code } = location;
      const codes = placeOf(city)?.postalCodes;
      if (codes === undefined || codes.includes(postal_code)) return;
      report('/core/location/postal_code', `${postal_code} is no ZIP code of ${city}`, postal_code, codes.join(' or '));
    },
    breaker: (customer, source) => {
      const elsewhere = oneFrom(
        source,
        places.filter(({ city }) => city !== customer.core.location.city),
      );
      const code = elsewhere && oneFrom(source, elsewhere.postalCodes);
      return code === undefined ? undefined : withLocation(customer, { postal_code: code });
    },
  }),
  invariant({
    id: 'area-type-of-place',
    sentence: 'The area type is the one of the city or town.',
    check: ({ core: { location } }, report) => {
      const { city, area_type } = location;
      const place = placeOf(city);
      if (place === undefined || place.areaType === area_type) return;
      report('/core/location/area_type', `${city} is ${place.areaType}, not ${area_type}`, area_type, place.areaType);
    },
    breaker: (customer, source) => {
      const { area_type } = customer.core.location;
      const other = oneFrom(
        source,
        areaTypes.filter((type) => type !== area_type),
      );
      return other && withLocation(customer, { area_type: other });
    },
  }),
];
