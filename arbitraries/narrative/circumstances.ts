/*
 * What must be so for a sentence or a goal to be true of a customer. Each circumstance says it in words as well, so that
 * a violation can name what it lacks.
 */
import type {
  AccessLevel,
  AreaType,
  Condition,
  Insurance,
  LifeEventSubtype,
  MaritalStatus,
  ScreeningFrequency,
  SupportNetwork,
} from '../vocabulary.js';
import * as bits from './Situation.js';
import type { Needs } from './Situation.js';

export interface Circumstance extends Needs {
  /** What is so, as the end of "said by somebody …". */
  readonly means: string;
}

function inLife(means: string, bit: number): Circumstance {
  return { means, life: bit, health: 0, events: 0 };
}

function inHealth(means: string, bit: number): Circumstance {
  return { means, life: 0, health: bit, events: 0 };
}

function inEvents(means: string, bit: number): Circumstance {
  return { means, life: 0, health: 0, events: bit };
}

const marital = (status: MaritalStatus): Circumstance => inLife(`who is ${status}`, bits.maritalBits[status]);
export const single = marital('single');
export const married = marital('married');
export const divorced = marital('divorced');
export const widowed = marital('widowed');

const lives = (type: AreaType): Circumstance => inLife(`who lives in an area of type ${type}`, bits.areaBits[type]);
export const urban = lives('urban');
export const suburban = lives('suburban');
export const rural = lives('rural');
export const employed = inLife('whose occupation is a job', bits.EMPLOYED);

const supported = (network: SupportNetwork): Circumstance =>
  inLife(`whose support network is ${network}`, bits.supportBits[network]);
export const weakSupport = supported('weak');
export const someSupport = supported('moderate');
export const strongSupport = supported('strong');

const insuredBy = (insurance: Insurance): Circumstance =>
  inLife(`whose insurance is ${insurance}`, bits.insuranceBits[insurance]);
export const employerInsurance = insuredBy('employer');
export const marketplaceInsurance = insuredBy('marketplace');
export const medicaid = insuredBy('medicaid');
export const uninsured = insuredBy('uninsured');
export const insured = inLife('who is insured', bits.INSURED);

const access = (level: AccessLevel): Circumstance =>
  inLife(`whose access to health care is ${level}`, bits.accessBits[level]);
export const goodAccess = access('good');
export const limitedAccess = access('limited');
export const lessThanGoodAccess = inLife(
  'whose access to health care is moderate or limited',
  bits.LESS_THAN_GOOD_ACCESS,
);
export const clinicNearby = inLife('with a clinic within two kilometres', bits.CLINIC_NEARBY);
export const clinicFarAway = inLife('with no clinic within fifteen kilometres', bits.CLINIC_FAR_AWAY);

export const has = (condition: Condition): Circumstance => inHealth(`with ${condition}`, bits.conditionBits[condition]);
export const noCondition = inHealth('without a chronic condition', bits.NO_CONDITION);
export const anxious = inHealth('whose anxiety about health is at least 0.7', bits.ANXIOUS);
export const overweight = inHealth('with a body mass index of at least 27', bits.OVERWEIGHT);
export const underweight = inHealth('with a body mass index below 18.5', bits.UNDERWEIGHT);

export const neverScreened = inHealth('who has never been screened', bits.NEVER_SCREENED);
export const screened = inHealth('who has been screened', bits.SCREENED);
export const screenedThisYear = inHealth('who has been screened within a year', bits.SCREENED_THIS_YEAR);
export const screenedLongAgo = inHealth('whose last screening is three years ago or more', bits.SCREENED_LONG_AGO);
const screenedHow = (frequency: ScreeningFrequency, means: string): Circumstance =>
  inHealth(`who is screened ${means}`, bits.frequencyBits[frequency]);
export const screenedYearly = screenedHow('annual', 'every year');
export const screenedEveryOtherYear = screenedHow('biennial', 'every two years');
export const screenedIrregularly = screenedHow('irregular', 'at irregular intervals');

/** The event lies in the last year, counted back from the reference date. */
export const recent = (subtype: LifeEventSubtype): Circumstance =>
  inEvents(`with ${subtype} among the events of the last year`, bits.recentBits[subtype]);
export const ahead = (subtype: LifeEventSubtype): Circumstance =>
  inEvents(`with ${subtype} among the anticipated events`, bits.aheadBits[subtype]);
/** Any sooner than a pregnancy lasts, and it has begun to show. */
export const birthWithinMonths = inLife(
  'with child_birth among the anticipated events of the next eight months',
  bits.BIRTH_WITHIN_MONTHS,
);
