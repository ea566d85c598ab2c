import { decimal, integer, record } from '../../src/index.js';
import type { GridArbitrary } from '../../src/index.js';
import { listedPlace, places } from '../core/index.js';
import type { Place } from '../core/index.js';
import type { Range } from '../personas.js';
import type { AccessLevel, AreaType, Insurance } from '../vocabulary.js';

/** Kilometres to the nearest primary care clinic; the ends of two neighbouring types overlap. */
export const clinicDistances: Readonly<Record<AreaType, Range>> = {
  urban: { min: 0.2, max: 4.5 },
  suburban: { min: 0.8, max: 12 },
  rural: { min: 3.5, max: 48 },
};

/** Facilities are counted within this many kilometres; they belong to clinics, so beyond the nearest clinic there are none. */
export const FACILITY_RADIUS_KM = 30;

const distances = {
  urban: decimal({ ...clinicDistances.urban, digits: 1 }),
  suburban: decimal({ ...clinicDistances.suburban, digits: 1 }),
  rural: decimal({ ...clinicDistances.rural, digits: 1 }),
} satisfies Record<AreaType, unknown>;

/** The numbers of screening facilities that somebody at this distance from a clinic can have around: a few more or less than the place has. */
export function facilitiesAround(place: Place, nearestClinicKm: number): Range {
  if (nearestClinicKm > FACILITY_RADIUS_KM) return { min: 0, max: 0 };
  const spread = Math.max(1, Math.round(place.screeningSites / 8));
  return { min: Math.max(0, place.screeningSites - spread), max: place.screeningSites + spread };
}

const none = integer({ min: 0, max: 0 });
const within: ReadonlyMap<string, GridArbitrary<number>> = new Map(
  places.map((place) => [place.city, integer(facilitiesAround(place, 0))]),
);

/** The points of each part of access, highest first, and the sums from which a level is reached. */
const points = {
  distance: [
    { uptoKm: 5, points: 2 },
    { uptoKm: 20, points: 1 },
  ],
  facilities: [
    { from: 8, points: 2 },
    { from: 2, points: 1 },
  ],
  insurance: { employer: 2, marketplace: 1, medicaid: 1, uninsured: 0 } satisfies Record<Insurance, number>,
  good: 5,
  moderate: 3,
} as const;

/** How easily care is reached: points for a clinic nearby, for screening facilities around, and for insurance, summed up. */
export function accessLevelOf(nearestClinicKm: number, facilities: number, insurance: Insurance): AccessLevel {
  const near = points.distance.find(({ uptoKm }) => nearestClinicKm <= uptoKm)?.points ?? 0;
  const many = points.facilities.find(({ from }) => facilities >= from)?.points ?? 0;
  const sum = near + many + points.insurance[insurance];
  if (sum >= points.good) return 'good';
  return sum >= points.moderate ? 'moderate' : 'limited';
}

/** How care is reached from a city by somebody with this insurance. */
export const healthcareAccess = record<{ readonly city: string; readonly insurance: Insurance }>()
  .field('nearest_clinic_km', (_, { city }) => distances[listedPlace(city).areaType])
  .field('screening_facilities', ({ nearest_clinic_km }, { city }) =>
    nearest_clinic_km > FACILITY_RADIUS_KM ? none : (within.get(city) ?? none),
  )
  .derived('level', ({ nearest_clinic_km, screening_facilities }, { insurance }) =>
    accessLevelOf(nearest_clinic_km, screening_facilities, insurance),
  );
