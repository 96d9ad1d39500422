// Stock and net change over time: stacked areas, or stacked columns, with marks where revisions happened.

import {drawnWidth, h, s, tips} from './dom.js';
import {change, day, toNumber, usd} from './format.js';

const LEFT = 62;
const RIGHT = 12;
const TOP = 24;
const BOTTOM = 26;

/** Round numbers between two values. */
function ticks(least, most) {
  const rough = (most - least) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const size = [1, 2, 2.5, 5, 10].find(n => n * power >= rough) * power;
  const found = [];
  for (let at = Math.ceil(least / size) * size; at <= most + size / 1e6; at += size) found.push(at);
  return found;
}

/**
 * @param series as the API gives it
 * @param options show: stock or net; height; label: for those who do not see it; small: without marks and legend; band: from low to high
 */
export function timeChart(series, {show = 'stock', height = 340, label, small = false, band = false}) {
  const {days, strands} = series;
  const width = drawnWidth(small);
  const stacks = stack(days, strands, show);
  const highs = band && strands.length === 1 ? strands[0].high : [];
  const most = Math.max(...stacks.tops, ...highs, 0) || 1;
  const least = Math.min(...stacks.bottoms, 0);
  const y = value => TOP + (most - value) / (most - least) * (height - TOP - BOTTOM);
  const inner = width - LEFT - RIGHT;
  const x = i => LEFT + (days.length < 2 ? inner / 2 : i / (days.length - 1) * inner);
  const place = Math.min(inner / Math.max(days.length, 1), 46);
  const centre = i => show === 'net' ? LEFT + (i + 0.5) * (inner / days.length) : x(i);

  const chart = s('svg', {class: 'chart', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label},
    ticks(least, most).map(value => [
      s('line', {class: value === 0 ? 'axis' : 'grid-line', x1: LEFT, x2: width - RIGHT, y1: y(value), y2: y(value)}),
      s('text', {x: LEFT - 8, y: y(value) + 4, 'text-anchor': 'end'}, usd(value))]),
    dates(days, width).map(({i, text}) => s('text', {x: centre(i), y: height - 8,
      'text-anchor': show !== 'net' && i === days.length - 1 && i ? 'end' : 'middle'}, text)));

  if (show === 'net') {
    strands.forEach((strand, k) => days.forEach((_, i) => {
      const [from, until] = stacks.spans[k][i];
      if (from !== until) {
        chart.append(s('rect', {class: 'f' + colour(strands, k), x: centre(i) - place * 0.4, width: Math.max(place * 0.8, 0.6),
          y: y(Math.max(from, until)), height: Math.max(Math.abs(y(from) - y(until)), 0.4)}));
      }
    }));
  } else {
    if (highs.length) {
      chart.append(s('path', {class: 'bandfill', 'fill-opacity': 0.55, d: area(days, i => strands[0].low[i], i => highs[i], x, y)}));
    }
    strands.forEach((strand, k) => {
      if (highs.length) return;
      chart.append(s('path', {class: 'f' + colour(strands, k), 'fill-opacity': 0.88,
        d: area(days, i => stacks.spans[k][i][0], i => stacks.spans[k][i][1], x, y)}));
    });
    if (strands.length === 1) {
      chart.append(s('path', {class: 'accentline', d: days.map((_, i) => `${i ? 'H' + x(i) : 'M' + x(i) + ' ' + y(stacks.tops[i])}V${y(stacks.tops[i])}`).join('')}));
    }
  }
  if (!small) marks(chart, series, days, centre, height);
  tips(chart, event => {
    const box = chart.getBoundingClientRect();
    const at = (event.clientX - box.left) / box.width * width;
    const i = Math.max(0, Math.min(days.length - 1, show === 'net'
      ? Math.floor((at - LEFT) / (inner / days.length))
      : Math.round((at - LEFT) / inner * (days.length - 1))));
    if (!days.length) return '';
    const lines = strands.map(strand => [strand.name, show === 'net' ? strand.net[i] : strand.stock[i]]).filter(([, value]) => value);
    return [day(days[i]), ...lines.map(([name, value]) => `${name}: ${show === 'net' ? change(value) : usd(value)}`)].join('\n');
  });
  return chart;
}

/** Of each strand and step the span from which to which it is drawn; positive ones upwards, negative ones downwards. */
function stack(days, strands, show) {
  const up = days.map(() => 0);
  const down = days.map(() => 0);
  const spans = strands.map(strand => days.map((_, i) => {
    const value = (show === 'net' ? strand.net : strand.stock)[i];
    const side = value >= 0 ? up : down;
    side[i] += value;
    return [side[i] - value, side[i]];
  }));
  return {spans, tops: up, bottoms: down};
}

/** A stock stands until it changes: steps, not slopes. */
function area(days, low, high, x, y) {
  if (!days.length) return '';
  let d = `M${x(0)} ${y(high(0))}`;
  for (let i = 1; i < days.length; i++) d += `H${x(i)}V${y(high(i))}`;
  d += `V${y(low(days.length - 1))}`;
  for (let i = days.length - 1; i > 0; i--) d += `V${y(low(i))}H${x(i)}V${y(low(i - 1))}`;
  return d + `H${x(0)}Z`;
}

export function colour(strands, k) {
  return strands[k].entity === null && strands.length > 1 ? 8 : k % 8;
}

function dates(days, width) {
  if (!days.length) return [];
  const wanted = Math.min(Math.round(width / 120), days.length);
  const years = days.length > 1 && toNumber(days[days.length - 1]) - toNumber(days[0]) > 900;
  const found = [];
  for (let n = 0; n < wanted; n++) {
    const i = wanted === 1 ? 0 : Math.round(n / (wanted - 1) * (days.length - 1));
    const text = day(days[i]).split(' ');
    const year = days[i].slice(0, 4);
    found.push({i, year, text: years ? text.slice(1).join(' ') : found.some(one => one.year === year) ? text.slice(0, 2).join(' ') : text.join(' ')});
  }
  return found.filter(({i}, n) => n === 0 || found[n - 1].i !== i);
}

function marks(chart, series, days, centre, height) {
  const by = new Map();
  for (const posting of series.revisions) {
    const i = days.findIndex(end => end >= posting.day);
    if (i >= 0) by.set(i, [...(by.get(i) ?? []), posting]);
  }
  for (const [i, postings] of by) {
    const mark = s('g', {},
      s('line', {class: 'softline', x1: centre(i), x2: centre(i), y1: 16, y2: height - BOTTOM, 'stroke-dasharray': '1 4'}),
      s('path', {class: 'marker', d: `M${centre(i) - 5} 5h10l-5 9z`}));
    tips(mark, () => postings.slice(0, 6).map(p => `${day(p.day)} ${p.payerName}: ${p.cause} ${change(p.headlineUsd)}`).join('\n'));
    chart.append(mark);
  }
}

export function legend(strands) {
  return h('ul', {class: 'legend'}, strands.map((strand, k) => h('li', {}, h('i', {class: 'f' + colour(strands, k)}), strand.name)));
}
