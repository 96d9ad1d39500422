// Ranked bars in a table: a bar for the headline, a thin band from low to high.

import {h, s, to, tips} from './dom.js';
import {band, change, usd} from './format.js';

const WIDTH = 300;

/**
 * @param totals as the API gives them, greatest first
 * @param options link(total): its address; window; first: the rank of the first; head: what entities are
 */
export function bars(totals, {link, window, head, first = 1, names = total => total.name}) {
  const stock = window === 'all';
  const ends = totals.flatMap(t => stock ? [t.highUsd, t.headlineUsd, 0] : [t.headlineUsd, 0]);
  const most = Math.max(...ends, 1);
  const least = Math.min(...ends, 0);
  const x = value => (value - least) / (most - least) * WIDTH;
  return h('table', {class: 'bars'},
    h('thead', {}, h('tr', {}, h('th', {scope: 'col'}, h('span', {class: 'hidden'}, 'Rank')), h('th', {scope: 'col'}, head), h('th', {scope: 'col', class: 'barcell'}, h('span', {class: 'hidden'}, 'Bar')),
      h('th', {scope: 'col', class: 'num'}, stock ? 'Headline' : 'Net change'),
      h('th', {scope: 'col', class: 'num wide'}, stock ? 'Low – high' : 'Window before'))),
    h('tbody', {}, totals.map((total, i) => h('tr', {},
      h('td', {class: 'rank'}, first + i),
      h('td', {class: 'name'}, to(link(total), {}, names(total))),
      h('td', {class: 'barcell'}, bar(total, x, stock)),
      h('td', {class: 'num' + (total.headlineUsd < 0 ? ' down' : '')}, stock ? usd(total.headlineUsd) : change(total.headlineUsd)),
      h('td', {class: 'num soft wide'}, stock ? band(total.lowUsd, total.highUsd) : change(total.previousHeadlineUsd))))));
}

function bar(total, x, stock) {
  const start = Math.min(x(0), x(total.headlineUsd));
  const size = Math.abs(x(total.headlineUsd) - x(0));
  const drawn = s('svg', {class: 'bar', viewBox: `0 0 ${WIDTH} 18`, preserveAspectRatio: 'none', 'aria-hidden': 'true'},
    s('rect', {x: start, y: 3, width: Math.max(size, 0.8), height: 12, class: total.headlineUsd < 0 ? 'downfill' : 'accentfill'}),
    stock && total.highUsd > total.lowUsd && [
      s('rect', {x: x(total.lowUsd), y: 7.5, width: Math.max(x(total.highUsd) - x(total.lowUsd), 0.8), height: 3, class: 'bandfill'}),
      s('rect', {x: Math.max(0, x(total.lowUsd) - 0.5), y: 5, width: 1, height: 8, class: 'bandfill'}),
      s('rect', {x: x(total.highUsd) - 0.5, y: 5, width: 1, height: 8, class: 'bandfill'})]);
  tips(drawn, () => stock
    ? `${total.name}\nlow ${usd(total.lowUsd)}\nheadline ${usd(total.headlineUsd)}\nhigh ${usd(total.highUsd)}`
    : `${total.name}\nadded ${usd(total.addedUsd)}\ntaken back ${usd(total.removedUsd)}`);
  return drawn;
}

export const TOTAL_COLUMNS = ['entity', 'name', 'country', 'lowUsd', 'headlineUsd', 'highUsd', 'addedUsd', 'removedUsd', 'previousHeadlineUsd', 'commitments'];

export function totalRows(totals) {
  return totals.map(total => TOTAL_COLUMNS.map(column => total[column]));
}
