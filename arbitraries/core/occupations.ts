import type { Education, PersonaType } from '../vocabulary.js';

/** Earnings, roughly, from 1 (near the minimum wage) to 5 (far above the median). */
export type PayLevel = 1 | 2 | 3 | 4 | 5;

export interface Occupation {
  /** In lower case. */
  readonly name: string;
  /** The lowest degree that people in it have. */
  readonly from: Education;
  /** The highest degree that people in it usually have. */
  readonly to: Education;
  /** The age, in whole years, from which people have got there. */
  readonly minAge: number;
  /** The age up to which people stay in it: for steps of a training. */
  readonly maxAge?: number;
  readonly pay: PayLevel;
  /** A profession of health care: for healthcare professionals, and for nobody else. */
  readonly isHealthProfession: boolean;
  /** Without an employer who could insure. */
  readonly isSelfEmployed: boolean;
  /** Personas that meet it more often than others do. */
  readonly typicalOf: readonly PersonaType[];
}

interface More {
  readonly maxAge?: number;
  readonly self?: true;
  readonly typical?: readonly PersonaType[];
}

function job(name: string, from: Education, to: Education, minAge: number, pay: PayLevel, more: More = {}): Occupation {
  const { maxAge, self = false, typical = [] } = more;
  const plain = { name, from, to, minAge, pay, isHealthProfession: false, isSelfEmployed: self, typicalOf: typical };
  return maxAge === undefined ? plain : { ...plain, maxAge };
}

function profession(...given: Parameters<typeof job>): Occupation {
  return { ...job(...given), isHealthProfession: true };
}

const avoider = { typical: ['health_aware_avoider'] } as const;
const seeker = { typical: ['structured_system_seeker'] } as const;
const integrator = { typical: ['balanced_life_integrator'] } as const;
const overlooked = { typical: ['overlooked_risk_group'] } as const;

/*
 * Doctorates of a profession (medicine, dentistry, pharmacy, physical therapy, law) count as the highest degree, which
 * the vocabulary calls `phd`.
 */
export const occupations: readonly Occupation[] = [
  job('cashier', 'high_school', 'high_school', 18, 1, overlooked),
  job('hotel housekeeper', 'high_school', 'high_school', 18, 1, overlooked),
  job('home health aide', 'high_school', 'high_school', 18, 1, overlooked),
  job('line cook', 'high_school', 'high_school', 18, 1, overlooked),
  job('farm worker', 'high_school', 'high_school', 18, 1, overlooked),
  job('school custodian', 'high_school', 'high_school', 18, 1, overlooked),
  job('restaurant server', 'high_school', 'bachelor', 18, 1),
  job('retail sales associate', 'high_school', 'bachelor', 18, 1, avoider),
  job('childcare worker', 'high_school', 'bachelor', 18, 1, overlooked),
  job("teacher's aide", 'high_school', 'bachelor', 18, 1),
  job('house cleaner', 'high_school', 'high_school', 18, 1, { self: true, ...overlooked }),
  job('warehouse worker', 'high_school', 'high_school', 18, 2, overlooked),
  job('bus driver', 'high_school', 'high_school', 21, 2, overlooked),
  job('machine operator', 'high_school', 'high_school', 19, 2, overlooked),
  job('delivery driver', 'high_school', 'high_school', 18, 2, overlooked),
  job('security guard', 'high_school', 'high_school', 21, 2),
  job('landscape gardener', 'high_school', 'high_school', 18, 2, { self: true }),
  job('hairdresser', 'high_school', 'high_school', 20, 2, { self: true }),
  job('baker', 'high_school', 'high_school', 19, 2, integrator),
  job('receptionist', 'high_school', 'bachelor', 18, 2, avoider),
  job('medical receptionist', 'high_school', 'bachelor', 18, 2),
  job('customer service representative', 'high_school', 'bachelor', 18, 2, avoider),
  job('bank teller', 'high_school', 'bachelor', 19, 2, avoider),
  job('administrative assistant', 'high_school', 'bachelor', 19, 2, avoider),
  job('bookkeeper', 'high_school', 'bachelor', 21, 2),
  job('farmer', 'high_school', 'bachelor', 22, 2, { self: true }),
  job('personal trainer', 'high_school', 'bachelor', 20, 2, integrator),
  job('yoga instructor', 'high_school', 'master', 21, 2, { self: true, ...integrator }),
  job('photographer', 'high_school', 'master', 21, 2, { self: true, ...integrator }),
  job('mail carrier', 'high_school', 'high_school', 20, 3),
  job('electrician', 'high_school', 'high_school', 23, 3),
  job('welder', 'high_school', 'high_school', 21, 3),
  job('truck driver', 'high_school', 'high_school', 22, 3),
  job('emergency dispatcher', 'high_school', 'bachelor', 21, 3),
  job('police officer', 'high_school', 'bachelor', 23, 3),
  job('firefighter', 'high_school', 'bachelor', 22, 3),
  job('flight attendant', 'high_school', 'bachelor', 21, 3),
  job('real estate agent', 'high_school', 'bachelor', 23, 3, { self: true }),
  job('executive assistant', 'high_school', 'bachelor', 24, 3, avoider),
  job('office manager', 'high_school', 'bachelor', 28, 3, avoider),
  job('store manager', 'high_school', 'bachelor', 27, 3),
  job('restaurant manager', 'high_school', 'bachelor', 27, 3),
  job('head chef', 'high_school', 'bachelor', 30, 3),
  job('small business owner', 'high_school', 'master', 28, 3, { self: true, ...integrator }),
  job('freelance writer', 'bachelor', 'master', 23, 2, { self: true, ...integrator }),
  job('preschool teacher', 'bachelor', 'master', 22, 2, integrator),
  job('charity program coordinator', 'bachelor', 'master', 23, 2, integrator),
  job('elementary school teacher', 'bachelor', 'master', 22, 3, {
    typical: ['health_aware_avoider', 'balanced_life_integrator'],
  }),
  job('high school teacher', 'bachelor', 'master', 22, 3),
  job('special education teacher', 'bachelor', 'master', 23, 3),
  job('social worker', 'bachelor', 'master', 23, 3),
  job('graphic designer', 'bachelor', 'master', 22, 3, avoider),
  job('marketing specialist', 'bachelor', 'master', 22, 3, avoider),
  job('copywriter', 'bachelor', 'master', 22, 3, avoider),
  job('editor', 'bachelor', 'master', 24, 3, avoider),
  job('journalist', 'bachelor', 'master', 22, 3),
  job('translator', 'bachelor', 'master', 23, 3, { self: true }),
  job('interior designer', 'bachelor', 'master', 23, 3, { self: true, ...integrator }),
  job('event planner', 'bachelor', 'master', 22, 3, integrator),
  job('human resources specialist', 'bachelor', 'master', 22, 3, avoider),
  job('paralegal', 'bachelor', 'master', 22, 3),
  job('insurance claims adjuster', 'bachelor', 'bachelor', 22, 3, seeker),
  job('logistics coordinator', 'bachelor', 'master', 22, 3, seeker),
  job('environmental scientist', 'bachelor', 'phd', 23, 4),
  job('accountant', 'bachelor', 'master', 22, 4, seeker),
  job('financial analyst', 'bachelor', 'master', 22, 4, seeker),
  job('data analyst', 'bachelor', 'master', 22, 4, seeker),
  job('project manager', 'bachelor', 'master', 27, 4, seeker),
  job('operations manager', 'bachelor', 'master', 30, 4, seeker),
  job('civil engineer', 'bachelor', 'master', 23, 4, seeker),
  job('web developer', 'bachelor', 'master', 22, 4, avoider),
  job('user experience designer', 'bachelor', 'master', 23, 4, integrator),
  job('architect', 'bachelor', 'master', 28, 4),
  job('software engineer', 'bachelor', 'master', 22, 5, seeker),
  job('product manager', 'bachelor', 'master', 28, 5, seeker),
  job('marketing director', 'bachelor', 'master', 35, 5),
  job('human resources director', 'bachelor', 'master', 36, 5, seeker),
  job('adjunct instructor', 'master', 'phd', 27, 2),
  job('librarian', 'master', 'master', 25, 3, seeker),
  job('school counselor', 'master', 'master', 25, 3),
  job('museum curator', 'master', 'phd', 30, 3),
  job('community college instructor', 'master', 'phd', 28, 3),
  job('urban planner', 'master', 'master', 25, 4, seeker),
  job('policy analyst', 'master', 'phd', 25, 4, seeker),
  job('statistician', 'master', 'phd', 25, 4, seeker),
  job('school principal', 'master', 'phd', 34, 4, seeker),
  job('management consultant', 'master', 'phd', 26, 5, seeker),
  job('data scientist', 'master', 'phd', 25, 5, seeker),
  job('economist', 'master', 'phd', 26, 5),
  job('postdoctoral researcher', 'phd', 'phd', 27, 3, { maxAge: 37 }),
  job('research chemist', 'phd', 'phd', 28, 4),
  job('university professor', 'phd', 'phd', 31, 4, seeker),
  job('lawyer', 'phd', 'phd', 27, 5, seeker),
  job('school superintendent', 'phd', 'phd', 40, 5, seeker),

  profession('registered nurse', 'bachelor', 'bachelor', 22, 4),
  profession('medical laboratory scientist', 'bachelor', 'bachelor', 22, 3),
  profession('radiologic technologist', 'bachelor', 'bachelor', 22, 3),
  profession('respiratory therapist', 'bachelor', 'bachelor', 22, 3),
  profession('health educator', 'bachelor', 'master', 22, 3),
  profession('clinical research coordinator', 'bachelor', 'master', 23, 3),
  profession('dental hygienist', 'bachelor', 'bachelor', 22, 4),
  profession('emergency room nurse', 'bachelor', 'bachelor', 24, 4),
  profession('oncology nurse', 'bachelor', 'bachelor', 25, 4),
  profession('labor and delivery nurse', 'bachelor', 'bachelor', 24, 4),
  profession('charge nurse', 'bachelor', 'master', 28, 4),
  profession('dietitian', 'master', 'master', 24, 3),
  profession('clinical social worker', 'master', 'master', 26, 3),
  profession('public health specialist', 'master', 'master', 24, 3),
  profession('genetic counselor', 'master', 'master', 25, 4),
  profession('occupational therapist', 'master', 'master', 25, 4),
  profession('speech-language pathologist', 'master', 'master', 25, 4),
  profession('health informatics specialist', 'master', 'master', 25, 4),
  profession('biostatistician', 'master', 'phd', 25, 4),
  profession('epidemiologist', 'master', 'phd', 26, 4),
  profession('nurse educator', 'master', 'phd', 31, 4),
  profession('clinical nurse specialist', 'master', 'phd', 28, 4),
  profession('nurse practitioner', 'master', 'phd', 27, 5),
  profession('nurse midwife', 'master', 'phd', 28, 5),
  profession('physician assistant', 'master', 'master', 26, 5),
  profession('health services manager', 'master', 'master', 29, 5),
  profession('public health director', 'master', 'phd', 38, 5),
  profession('chief nursing officer', 'master', 'phd', 40, 5),
  profession('resident physician', 'phd', 'phd', 27, 3, { maxAge: 34 }),
  profession('biomedical research scientist', 'phd', 'phd', 28, 4),
  profession('clinical psychologist', 'phd', 'phd', 29, 4),
  profession('physical therapist', 'phd', 'phd', 27, 4),
  profession('audiologist', 'phd', 'phd', 27, 4),
  profession('professor of nursing', 'phd', 'phd', 34, 4),
  profession('clinical pharmacist', 'phd', 'phd', 27, 5),
  profession('dentist', 'phd', 'phd', 27, 5),
  profession('optometrist', 'phd', 'phd', 27, 5),
  profession('family physician', 'phd', 'phd', 30, 5),
  profession('pediatrician', 'phd', 'phd', 30, 5),
  profession('internist', 'phd', 'phd', 30, 5),
  profession('emergency physician', 'phd', 'phd', 30, 5),
  profession('obstetrician-gynecologist', 'phd', 'phd', 31, 5),
  profession('psychiatrist', 'phd', 'phd', 31, 5),
  profession('anesthesiologist', 'phd', 'phd', 31, 5),
  profession('radiologist', 'phd', 'phd', 32, 5),
  profession('oncologist', 'phd', 'phd', 33, 5),
  profession('medical director', 'phd', 'phd', 40, 5),
];

const byName: ReadonlyMap<string, Occupation> = new Map(occupations.map((one) => [one.name, one]));

/** The occupation of this name; undefined where the table has none. */
export function occupationNamed(name: string): Occupation | undefined {
  return byName.get(name);
}
