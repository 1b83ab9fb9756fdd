/** How long a link in a mail signs in. */
export const LINK_MINUTES = 15;

/** How long somebody may take at another sign-in service. */
export const ELSEWHERE_MINUTES = 10;

/** Within so many days nothing is left of a link: what is over for a day is removed once a day. */
export const LINK_FORGOTTEN_DAYS = 3;
