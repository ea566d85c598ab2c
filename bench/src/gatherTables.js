/*
 * The words and numbers that the contenders draw from, read off this project's own customers.
 *
 * Thus all of them draw from the same tables, their records come out about as long as ours, and both stay so when the
 * domain changes. Correlations are not read off: a contender keeps those that its author would have written by hand.
 */

/** @param personas - the personas of the health domain; @param customers - a few thousand drawn customers, read once and not kept. */
export function gatherTables(personas, customers) {
  const given = grouped();
  const family = new Set();
  const places = new Map();
  const occupations = grouped();
  const conditions = grouped();
  const eventKinds = new Map();
  const findings = new Map();
  const points = new Map();
  const patterns = new Map();
  const classes = new Map();
  const templates = grouped();
  const relationships = grouped();
  const goals = new Set();
  const words = grouped();
  let asOf;
  const past = [];
  const ahead = [];
  const thresholds = { moderate: Infinity, high: Infinity };

  for (const customer of customers) {
    const { persona_type: persona, core, sdoh, health, life_events, engagement, narrative } = customer;
    asOf = customer.as_of;
    words.add('race', core.race_ethnicity);
    words.add('marital', core.marital_status);
    words.add('income', sdoh.income_category);
    words.add('insurance', sdoh.insurance);
    words.add('support', sdoh.support_network);
    const cut = core.name.indexOf(' ');
    given.add(core.gender, core.name.slice(0, cut));
    family.add(core.name.slice(cut + 1));
    addPlace(places, core.location, sdoh);
    occupations.add(`${persona} ${core.education}`, core.occupation);
    for (const condition of health.chronic_conditions) conditions.add(decadeOf(core.age), condition);
    addRisk(health.risk, findings, points, persona, thresholds);
    for (const event of [...life_events.past, ...life_events.anticipated]) addEvent(eventKinds, event);
    past.push(life_events.past.length);
    ahead.push(life_events.anticipated.length);
    patterns.set(engagement.pattern, engagement.visit_frequency);
    addVisits(classes, engagement);
    templates.add(persona, templateOf(narrative.self_description, core));
    relationships.add(persona, narrative.healthcare_relationship);
    for (const goal of narrative.health_goals) goals.add(goal);
  }

  return {
    asOf,
    personas: Object.entries(personas).map(([type, persona]) => ({
      type,
      ...persona,
      educations: Object.entries(persona.education),
      findings: [...(findings.get(type) ?? new Map())].map(([factor, found]) => [factor, [...found]]),
      templates: templates.of(type).slice(0, 200),
      relationships: relationships.of(type),
    })),
    names: { female: given.of('female'), male: given.of('male'), family: [...family] },
    places: [...places.values()].map((place) => ({
      ...place,
      postalCodes: [...place.postalCodes],
      censusTracts: [...place.censusTracts],
    })),
    occupationsOf: (persona, education) => occupations.of(`${persona} ${education}`),
    conditionsOf: (age) => conditions.of(decadeOf(age)),
    eventKinds: [...eventKinds.values()].map((kind) => ({
      ...kind,
      opportunities: [...kind.opportunities],
      needs: [...kind.needs],
    })),
    pastCount: spanAround(past),
    aheadCount: spanAround(ahead),
    frequencyOf: Object.fromEntries(patterns),
    visitClasses: Object.fromEntries(
      [...classes].map(([name, { features, ...rest }]) => [name, { ...rest, features: [...features] }]),
    ),
    goals: [...goals],
    pointsOf: (factor, finding) => points.get(`${factor} ${finding}`) ?? 0,
    thresholds,
    raceEthnicities: words.of('race'),
    maritalStatuses: words.of('marital'),
    incomes: words.of('income'),
    insurances: words.of('insurance'),
    supportNetworks: words.of('support'),
  };
}

function addPlace(places, { city, state, postal_code, area_type }, { census_tract, healthcare_access }) {
  const place = places.get(city) ?? {
    city,
    state,
    areaType: area_type,
    postalCodes: new Set(),
    censusTracts: new Set(),
    facilities: { min: Infinity, max: 0 },
  };
  place.postalCodes.add(postal_code);
  place.censusTracts.add(census_tract);
  widen(place.facilities, healthcare_access.screening_facilities);
  places.set(city, place);
}

function addRisk({ findings, factors, score, level }, found, points, persona, thresholds) {
  const ofPersona = found.get(persona) ?? new Map();
  found.set(persona, ofPersona);
  for (const [factor, finding] of Object.entries(findings)) {
    ofPersona.set(factor, (ofPersona.get(factor) ?? new Set(['none'])).add(finding));
  }
  for (const { factor, finding, points: added } of factors) points.set(`${factor} ${finding}`, added);
  if (level !== 'low') thresholds[level] = Math.min(thresholds[level], score);
}

function addEvent(kinds, { type, subtype, impact, prevention_opportunity, support_needs }) {
  const kind = kinds.get(subtype) ?? { type, subtype, impact, count: 0, opportunities: new Set(), needs: new Set() };
  kind.count++;
  kind.opportunities.add(prevention_opportunity);
  for (const need of support_needs) kind.needs.add(need);
  kinds.set(subtype, kind);
}

function addVisits(classes, { visit_frequency, visits }) {
  const known = classes.get(visit_frequency) ?? {
    count: { min: Infinity, max: 0 },
    gapDays: { min: Infinity, max: 0 },
    features: new Set(),
  };
  widen(known.count, visits.length);
  for (const [index, { at, features }] of visits.entries()) {
    for (const feature of features) known.features.add(feature);
    if (index > 0) widen(known.gapDays, (midnight(at) - midnight(visits[index - 1].at)) / 86_400_000);
  }
  classes.set(visit_frequency, known);
}

/** The text as pieces between the facts that it mentions. */
function templateOf(text, { location: { city }, occupation, age }) {
  const facts = { [city]: 'city', [occupation]: 'occupation', [age]: 'age' };
  const pieces = text.split(new RegExp(`(${Object.keys(facts).map(literal).join('|')})`));
  return { head: pieces[0], slots: pieces.flatMap((one, at) => (at % 2 ? [[facts[one], pieces[at + 1]]] : [])) };
}

function literal(text) {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** The even distribution over small whole numbers whose mean comes nearest to the one seen. */
function spanAround(counts) {
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  const min = mean >= 2 ? 1 : 0;
  return { min, max: Math.max(min, Math.round(2 * mean) - min) };
}

function decadeOf(age) {
  return Math.floor(age / 10);
}

function midnight(instant) {
  return Date.parse(instant.slice(0, 10));
}

function widen(range, value) {
  range.min = Math.min(range.min, value);
  range.max = Math.max(range.max, value);
}

function grouped() {
  const groups = new Map();
  return {
    add(name, value) {
      if (!groups.has(name)) groups.set(name, new Set());
      groups.get(name).add(value);
    },
    of: (name) => [...(groups.get(name) ?? [])],
  };
}
