import { placeOf } from '../core/index.js';
import { retold } from '../narrative/index.js';
import type { Customer, Sdoh } from '../schema/index.js';
import type { AccessLevel, AreaType } from '../vocabulary.js';
import { accessLevelOf } from './healthcareAccess.js';

/** The area type that the city has; the one that the record says where the table of places does not have the city. */
export function areaOf({ core: { location } }: Customer): AreaType {
  return placeOf(location.city)?.areaType ?? location.area_type;
}

/** A copy of the customer with some social determinants changed; the level of access and the narrative follow. */
export function withSdoh(customer: Customer, changes: Partial<Sdoh>): Customer {
  const sdoh = { ...customer.sdoh, ...changes };
  const { nearest_clinic_km: distance, screening_facilities: facilities } = sdoh.healthcare_access;
  return withLevel({ ...customer, sdoh }, accessLevelOf(distance, facilities, sdoh.insurance), customer);
}

/** A copy of the customer with this level of access, right or wrong; the narrative follows. */
export function withLevel(customer: Customer, level: AccessLevel, before: Customer = customer): Customer {
  const { sdoh } = customer;
  return retold({ ...customer, sdoh: { ...sdoh, healthcare_access: { ...sdoh.healthcare_access, level } } }, before);
}
