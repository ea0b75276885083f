/** With more nodes than these, nobody waits until what another program wrote is arranged and grouped. */
export const MOST_ARRANGED = 5000;
