import { invariant } from '../../src/index.js';
import type { Invariant } from '../../src/index.js';
import { placeOf } from '../core/index.js';
import type { Customer } from '../schema/index.js';
import { accessLevels } from '../vocabulary.js';
import { accessLevelOf, clinicDistances, FACILITY_RADIUS_KM, facilitiesAround } from './healthcareAccess.js';
import { areaOf, withLevel, withSdoh } from './withSdoh.js';

/** How care is reached. */
export const accessRules: readonly Invariant<Customer>[] = [
  invariant({
    id: 'clinic-distance-of-area',
    sentence: 'The nearest clinic is as far away as clinics are in areas of this type: urban, suburban or rural.',
    check: (customer, report) => {
      const km = customer.sdoh.healthcare_access.nearest_clinic_km;
      const area = areaOf(customer);
      const { min, max } = clinicDistances[area];
      if (km >= min && km <= max) return;
      report(
        '/sdoh/healthcare_access/nearest_clinic_km',
        `in ${area} areas the nearest clinic is ${min} to ${max} km away, not ${km}`,
        km,
        `${min} to ${max}`,
      );
    },
    // On the same side of the radius within which facilities are counted.
    breaker: (customer) => {
      const access = customer.sdoh.healthcare_access;
      const { min, max } = clinicDistances[areaOf(customer)];
      const km = access.nearest_clinic_km > FACILITY_RADIUS_KM ? max + 2 : min >= 1 ? 0.5 : max + 0.5;
      return withSdoh(customer, { healthcare_access: { ...access, nearest_clinic_km: km } });
    },
  }),
  invariant({
    id: 'facilities-of-place',
    sentence: `There are about as many screening facilities around as the place has, and none where the nearest clinic is more than ${FACILITY_RADIUS_KM} km away.`,
    check: ({ core: { location }, sdoh: { healthcare_access: access } }, report) => {
      const place = placeOf(location.city);
      if (place === undefined) return;
      const { nearest_clinic_km: km, screening_facilities: count } = access;
      const { min, max } = facilitiesAround(place, km);
      if (count >= min && count <= max) return;
      const wanted = min === max ? String(min) : `${min} to ${max}`;
      report(
        '/sdoh/healthcare_access/screening_facilities',
        `${place.city} has ${wanted} screening facilities around somebody whose nearest clinic is ${km} km away, not ${count}`,
        count,
        wanted,
      );
    },
    breaker: (customer) => {
      const access = customer.sdoh.healthcare_access;
      const place = placeOf(customer.core.location.city);
      if (place === undefined) return undefined;
      const { max } = facilitiesAround(place, access.nearest_clinic_km);
      return withSdoh(customer, { healthcare_access: { ...access, screening_facilities: max + 1 } });
    },
  }),
  invariant({
    id: 'access-level-from-reach',
    sentence: 'The level of access is what distance, screening facilities and insurance add up to.',
    check: ({ sdoh: { insurance, healthcare_access: access } }, report) => {
      const { nearest_clinic_km: km, screening_facilities: count, level } = access;
      const right = accessLevelOf(km, count, insurance);
      if (level === right) return;
      report(
        '/sdoh/healthcare_access/level',
        `a clinic at ${km} km, ${count} screening facilities and insurance "${insurance}" make access ${right}, not ${level}`,
        level,
        right,
      );
    },
    breaker: (customer) => {
      const level = accessLevels.find((one) => one !== customer.sdoh.healthcare_access.level);
      return level && withLevel(customer, level);
    },
  }),
];
