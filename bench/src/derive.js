/*
 * What follows from fields that a contender has drawn. All hand-written contenders share it, as a team would: deriving
 * is not what they differ in.
 */

export const DAY_MS = 86_400_000;

/** `2025-03-31`, the way most code writes it. */
export function isoDay(ms) {
  return new Date(ms).toISOString().slice(0, 10);
}

/** `2025-03-31T09:05:00Z`. */
export function isoMinute(ms) {
  return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function bmiOf(heightCm, weightKg) {
  return Math.round((weightKg * 100_000) / (heightCm * heightCm)) / 10;
}

export function bmiClassOf(bmi) {
  if (bmi < 18.5) return 'underweight';
  if (bmi < 25) return 'normal';
  return bmi < 30 ? 'overweight' : 'obese';
}

/** Factors, score and level from what is known of a customer. */
export function riskOf(tables, { age, bmi, conditions, hasHistory, deprivation, findings }) {
  const factors = [];
  const add = (factor, finding, points) => {
    if (points > 0) factors.push({ factor, finding, points });
  };
  const band = `${Math.floor(age / 10)}0s`;
  add('age', band, tables.pointsOf('age', band));
  const bmiClass = bmiClassOf(bmi);
  add('bmi', bmiClass, tables.pointsOf('bmi', bmiClass));
  const listed = conditions.join(', ');
  add('chronic_conditions', listed, tables.pointsOf('chronic_conditions', listed));
  if (!hasHistory) add('screening_history', 'never', tables.pointsOf('screening_history', 'never'));
  if (deprivation >= 80) add('socioeconomic', 'deprived_area', 1);
  for (const factor in findings) add(factor, findings[factor], tables.pointsOf(factor, findings[factor]));
  const score = factors.reduce((sum, { points }) => sum + points, 0);
  const { moderate, high } = tables.thresholds;
  return { findings, factors, score, level: score < moderate ? 'low' : score < high ? 'moderate' : 'high' };
}

export function accessLevelOf(km, facilities, insurance) {
  const sum =
    (km <= 5 ? 2 : km <= 20 ? 1 : 0) +
    (facilities >= 8 ? 2 : facilities >= 2 ? 1 : 0) +
    (insurance === 'employer' ? 2 : insurance === 'uninsured' ? 0 : 1);
  return sum >= 5 ? 'good' : sum >= 3 ? 'moderate' : 'limited';
}

/** The figures that sum visits up. */
export function visitFigures(visits) {
  const minutes = visits.reduce((sum, visit) => sum + visit.minutes, 0);
  const count = visits.length;
  const days = count < 2 ? 0 : (Date.parse(visits[count - 1].at) - Date.parse(visits[0].at)) / DAY_MS;
  return {
    visit_count: count,
    average_minutes: count === 0 ? 0 : Math.round((minutes / count) * 10) / 10,
    average_gap_days: count < 2 ? null : Math.round((days / (count - 1)) * 10) / 10,
  };
}

export function describe({ head, slots }, facts) {
  let text = head;
  for (const [name, tail] of slots) text += facts[name] + tail;
  return text;
}

export function byDate(a, b) {
  return a.date < b.date ? -1 : a.date > b.date ? 1 : 0;
}

/** Kilometres to the nearest clinic, at least and at most, by how densely a place is settled. */
export const clinicKm = { urban: [0.3, 6], suburban: [1, 12], rural: [5, 60] };
