/*
 * Social determinants of health. What hangs on what, in the order of drawing:
 *
 *   place → census tract; occupation's pay, marriage → income; income, area type → deprivation index;
 *   income, employment, marriage → insurance; marriage, income, persona → support network;
 *   area type, place → distance and facilities; these and insurance → level of access.
 *
 * How strongly, as Spearman's rank correlation over customers as the personas mix them:
 *
 *   education and income 0.36; marriage and income 0.27; income and deprivation -0.54; country life and deprivation 0.23;
 *   income and being insured at all 0.21, insured by an employer 0.40;
 *   support and marriage 0.34, support and income 0.22;
 *   from city over suburb to country, and from good to limited access: 0.65.
 */
import { choice, record } from '../../src/index.js';
import { places } from '../core/index.js';
import type { Customer } from '../schema/index.js';
import { deprivationOf } from './deprivation.js';
import { healthcareAccess } from './healthcareAccess.js';
import { incomeOf } from './income.js';
import { insuranceOf } from './insurance.js';
import { supportNetworkOf } from './supportNetwork.js';

const nowhere = choice(['']);
const censusTracts = new Map(places.map(({ city, censusTracts: tracts }) => [city, choice(tracts)]));

/**
 * How a customer lives: census tract, income, deprivation of the neighbourhood, insurance, support network, access to
 * health care.
 *
 * Shrinks toward: the first tract of the place, the lowest income and deprivation that are possible, insurance by an
 * employer, a weak network, the nearest clinic.
 * Keyed by: the source, the persona and the core of the customer.
 */
export const sdoh = record<Pick<Customer, 'persona_type' | 'as_of' | 'core'>>()
  .field('census_tract', (_, { core }) => censusTracts.get(core.location.city) ?? nowhere)
  .field('income_category', (_, { core }) => incomeOf(core))
  .field('area_deprivation_index', ({ income_category }, { core }) =>
    deprivationOf(core.location.area_type, income_category),
  )
  .field('insurance', ({ income_category }, { core }) => insuranceOf(core, income_category))
  .field('support_network', ({ income_category }, { persona_type, core }) =>
    supportNetworkOf(persona_type, core.marital_status, income_category),
  )
  .field('healthcare_access', ({ insurance }, { core }) =>
    healthcareAccess.in({ city: core.location.city, insurance }),
  );
