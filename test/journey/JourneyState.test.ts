import { describe, expect, it } from 'vitest';
import { journeyState } from '../../src/journey/JourneyState.js';
import { signUp } from './onboardingService.js';

describe('journeyState', () => {
  it('lets follow what the graph lets, each bounded way so often', () => {
    const state = journeyState(signUp);
    expect([state.last, state.next(), state.take('plan'), state.last]).toEqual([
      undefined,
      ['register'],
      false,
      undefined,
    ]);
    for (const step of ['register', 'assess', 'call', 'plan', 'remind', 'remind'])
      expect(state.take(step), step).toBe(true);
    expect([state.next(), state.exhausted()]).toEqual([['activate', 'remind'], []]);
    expect(state.take('remind')).toBe(true);
    expect([state.next(), state.exhausted(), state.take('remind')]).toEqual([['activate'], ['remind'], false]);
    expect([state.take('activate'), state.next(), state.last]).toEqual([true, [], 'activate']);
  });

  it('keeps what a copy does apart', () => {
    const state = journeyState(signUp);
    for (const step of ['register', 'assess', 'plan', 'remind']) state.take(step);
    const copy = state.copy();
    expect([copy.take('remind'), copy.take('remind'), copy.take('remind')]).toEqual([true, true, false]);
    expect([state.take('remind'), state.take('remind')]).toEqual([true, true]);
  });

  it('tells what may come of two at once', () => {
    const state = journeyState(signUp);
    const outcomesOf = (steps: readonly string[]): unknown =>
      state.outcomes(steps).map(({ accepted, after }) => [...accepted, after.last]);
    expect(outcomesOf(['register', 'register'])).toEqual([
      [true, false, 'register'],
      [false, true, 'register'],
    ]);
    for (const step of ['register', 'assess', 'plan']) state.take(step);
    expect(outcomesOf(['remind', 'remind'])).toEqual([
      [true, true, 'remind'],
      [true, true, 'remind'],
    ]);
    expect(outcomesOf(['remind', 'activate'])).toEqual([
      [true, true, 'activate'],
      [false, true, 'activate'],
    ]);
    expect(state.last).toBe('plan');
  });
});
