/** How many lists one account follows at most. */
export const ALERTS_AT_MOST = 20;
