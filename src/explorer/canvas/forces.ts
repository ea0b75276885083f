/** What a reader can say about the forces: parts of what fits most graphs. */
export interface Forces {
  /** How far nodes push each other away. */
  spread: number;
  /** How strongly everything is drawn to the middle. */
  gravity: number;
  /** How much more a link with more sentences pulls; 0: all links pull alike. */
  pull: number;
  /** Whether groups become dense, with room between them. */
  isGrouping: boolean;
}

export const INITIAL_FORCES: Forces = { spread: 1, gravity: 1, pull: 1, isGrouping: false };
