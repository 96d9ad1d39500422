// A commitment's revisions: its headline as a step line, with a band from low to high at each.

import {drawnWidth, s, tips} from './dom.js';
import {day, toNumber, usd, word} from './format.js';

const HEIGHT = 230;
const LEFT = 62;
const RIGHT = 14;
const TOP = 14;
const BOTTOM = 26;

/** @param revisions those with a day and dollars, in order; until: the last day that is drawn */
export function stepChart(revisions, until, label) {
  const width = Math.min(drawnWidth(), 760);
  const first = toNumber(revisions[0].day);
  const last = Math.max(toNumber(until), toNumber(revisions[revisions.length - 1].day) + 1);
  const x = number => LEFT + (number - first) / (last - first || 1) * (width - LEFT - RIGHT);
  const most = Math.max(...revisions.map(r => r.usd.high), 1);
  const y = value => TOP + (1 - value / (most * 1.06)) * (HEIGHT - TOP - BOTTOM);
  const chart = s('svg', {class: 'chart', viewBox: `0 0 ${width} ${HEIGHT}`, role: 'img', 'aria-label': label},
    [0, most / 2, most].map(value => [
      s('line', {class: value ? 'grid-line' : 'axis', x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value)}),
      s('text', {x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end'}, usd(value))]));
  let line = '';
  revisions.forEach((revision, i) => {
    const from = x(toNumber(revision.day));
    const end = i + 1 < revisions.length ? x(toNumber(revisions[i + 1].day)) : x(last);
    const {low, headline, high} = revision.usd;
    const part = s('g', {},
      s('rect', {class: 'bandfill', 'fill-opacity': 0.5, x: from, width: Math.max(end - from, 1), y: y(high), height: Math.max(y(low) - y(high), 1)}),
      s('circle', {class: 'accentfill', cx: from, cy: y(headline), r: 4}));
    tips(part, () => `${day(revision.day)}, ${word(revision.change)}\n${usd(low)} / ${usd(headline)} / ${usd(high)}`);
    chart.append(part);
    line += `${i ? 'V' : 'M' + from + ' '}${y(headline)}H${end}`;
    const crowded = i > 0 && from - x(toNumber(revisions[i - 1].day)) < 90;
    if (!crowded) chart.append(s('text', {x: Math.min(from, width - 90), y: HEIGHT - 8, 'text-anchor': i ? 'middle' : 'start'}, day(revision.day)));
  });
  chart.append(s('path', {class: 'accentline', d: line}));
  return chart;
}
