import { choice, record } from '../../src/index.js';
import { areaTypes } from '../vocabulary.js';
import type { AreaType, PersonaType } from '../vocabulary.js';
import { listedPlace, places } from './places.js';

type AreaShares = Readonly<Record<AreaType, number>>;

/** Most customers live in cities and suburbs; people whom prevention overlooks live in the country more often. */
const common: AreaShares = { urban: 0.47, suburban: 0.36, rural: 0.17 };

/** Where the customers of a persona live, as shares. */
export const areaShares: Readonly<Record<PersonaType, AreaShares>> = {
  health_aware_avoider: common,
  structured_system_seeker: common,
  balanced_life_integrator: common,
  healthcare_professional: { urban: 0.52, suburban: 0.34, rural: 0.14 },
  overlooked_risk_group: { urban: 0.35, suburban: 0.25, rural: 0.4 },
};

function citiesOf(areaType: AreaType) {
  return choice(places.filter((place) => place.areaType === areaType).map(({ city }) => city));
}

const cities = { urban: citiesOf('urban'), suburban: citiesOf('suburban'), rural: citiesOf('rural') } satisfies Record<
  AreaType,
  unknown
>;
const postalCodes = new Map(places.map(({ city, postalCodes: codes }) => [city, choice(codes)]));
const noCode = choice(['']);

/** State and area type follow from the city; the area type is aimed at first, so that its shares can be set and held. */
function locationWith(shares: AreaShares) {
  return record()
    .aim('area_type', choice(inOrder(shares)))
    .field('city', ({ area_type }) => cities[area_type])
    .derived('state', ({ city }) => listedPlace(city).state)
    .field('postal_code', ({ city }) => postalCodes.get(city) ?? noCode)
    .derived('area_type', ({ city }) => listedPlace(city).areaType);
}

function inOrder(shares: AreaShares): AreaShares {
  return Object.fromEntries(areaTypes.map((type) => [type, shares[type]])) as AreaShares;
}

const widespread = locationWith(common);
const locations: Readonly<Record<PersonaType, typeof widespread>> = {
  health_aware_avoider: widespread,
  structured_system_seeker: widespread,
  balanced_life_integrator: widespread,
  healthcare_professional: locationWith(areaShares.healthcare_professional),
  overlooked_risk_group: locationWith(areaShares.overlooked_risk_group),
};

/** Where somebody of this persona may live. */
export function locationOf(persona: PersonaType): typeof widespread {
  return locations[persona];
}
