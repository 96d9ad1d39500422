// What the switches mean, in a sentence each.

export const VIEWS = [
  ['now', 'Now'], ['companies', 'Companies'], ['countries', 'Countries'], ['time', 'Over time'],
  ['commitments', 'Commitments'], ['live', 'Live'], ['review', 'Review'],
];

export const MEASURES = {
  announced: ['Announced', 'What payers say they will spend, each counted once: the larger of its yearly guidance and its multi-year commitments, plus public money.'],
  guidance: ['Guidance', 'Capital expenditure that firms expect for a fiscal period; a newer figure for the same period replaces the older one.'],
  commitment: ['Commitments', 'Multi-year plans, sites and projects; a part of a larger plan is not counted beside it.'],
  purchase: ['Purchases', 'Contracts for cloud capacity, compute or chips. Not part of Announced, since the seller builds with the same money.'],
  public: ['Public', 'A government’s own money.'],
  equity: ['Equity', 'Stakes, loans and other financing. Not part of Announced.'],
};

export const WINDOWS = {'7d': '7 days', '30d': '30 days', '90d': '90 days', '365d': '365 days', all: 'All time'};

export function hasDestination(measure) {
  return measure !== 'announced';
}

/** What the range of a total means. */
export function bandWords(window) {
  return window === 'all'
    ? 'Low and high carry what the texts leave open: ranges, “up to”, letters of intent.'
    : 'Net change: what was added less what was taken back. In a window low and high are changes too, not a band.';
}
