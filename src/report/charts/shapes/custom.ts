/** What ECharts hands to a series that draws itself, as far as it is used. */
export interface CustomApi {
  /** The number of a dimension; the index of a label. */
  value(dimension: number, index?: number): number;
  /** Pixels of a place. */
  coord(place: readonly (number | string)[]): readonly number[];
  /** Pixels of a distance. */
  size(distance: readonly number[]): readonly number[];
}

/** A shape, or shapes together. */
export interface CustomElement {
  readonly type: string;
  readonly [key: string]: unknown;
}
