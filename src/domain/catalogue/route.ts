/** The briefing's six options, in its order. */
export const ROUTE_IDS = ['reflect', 'lead', 'share', 'senior-leadership', 'deepen', 'expand'] as const;
export type RouteId = (typeof ROUTE_IDS)[number];
