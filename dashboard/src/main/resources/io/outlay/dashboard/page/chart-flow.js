// From where payers sit to where the money goes: ribbons as thick as the money.

import {drawnWidth, s, tips} from './dom.js';
import {usd} from './format.js';

const MOST = 9;
const GAP = 9;

/** @param totals those of flows, as the API gives them; name(code) */
export function flowChart(totals, {name, label}) {
  const width = drawnWidth();
  const side = Math.min(190, width * 0.31);
  const [leftEdge, rightEdge] = [side, width - side];
  const flows = totals.filter(total => total.headlineUsd > 0).map(total => {
    const [from, target] = total.entity.split('>');
    return {from, to: target, value: total.headlineUsd};
  });
  const sources = ranked(flows, 'from');
  const targets = ranked(flows, 'to');
  const merged = new Map();
  for (const flow of flows) {
    const from = sources.has(flow.from) ? flow.from : '…';
    const target = targets.has(flow.to) ? flow.to : '…';
    const key = from + '>' + target;
    merged.set(key, {from, to: target, value: flow.value + (merged.get(key)?.value ?? 0)});
  }
  const ribbons = [...merged.values()].sort((a, b) => b.value - a.value);
  const sum = ribbons.reduce((all, ribbon) => all + ribbon.value, 0);
  const left = places(ribbons, 'from', sum);
  const right = places(ribbons, 'to', sum);
  const height = Math.max(left.height, right.height, 60);
  const chart = s('svg', {class: 'chart', viewBox: `0 0 ${width} ${height + 12}`, role: 'img', 'aria-label': label});
  const order = [...left.at.keys()];
  for (const ribbon of ribbons) {
    const a = left.take(ribbon.from, ribbon.value);
    const b = right.take(ribbon.to, ribbon.value);
    const middle = (leftEdge + rightEdge) / 2;
    const drawn = s('path', {class: `flow f${ribbon.from === '…' ? 8 : order.indexOf(ribbon.from) % 8}`,
      d: `M${leftEdge + 10} ${a.y}C${middle} ${a.y} ${middle} ${b.y} ${rightEdge - 10} ${b.y}V${b.y + b.size}C${middle} ${b.y + b.size} ${middle} ${a.y + a.size} ${leftEdge + 10} ${a.y + a.size}Z`});
    tips(drawn, () => `${words(ribbon.from, name)} → ${words(ribbon.to, name)}\n${usd(ribbon.value)}`);
    chart.append(drawn);
  }
  for (const [ends, x, anchor, text] of [[left, leftEdge, 'end', -8], [right, rightEdge - 10, 'start', 18]]) {
    for (const [code, {y, size, value}] of ends.at) {
      chart.append(s('rect', {x, y, width: 10, height: Math.max(size, 1), class: ends === left ? `f${code === '…' ? 8 : order.indexOf(code) % 8}` : 'f8'}),
        s('text', {x: x + text, y: y + size / 2 + 4, 'text-anchor': anchor}, `${words(code, name)}  ${usd(value)}`));
    }
  }
  return chart;
}

function words(code, name) {
  return code === '…' ? 'others' : code === '*' ? 'not stated' : name(code);
}

function ranked(flows, end) {
  const sums = new Map();
  for (const flow of flows) sums.set(flow[end], (sums.get(flow[end]) ?? 0) + flow.value);
  return new Set([...sums].sort((a, b) => b[1] - a[1]).slice(0, MOST).map(([code]) => code));
}

/** Where each end stands: the greatest above, no nearer than its words need. */
function places(ribbons, end, sum) {
  const sums = new Map();
  for (const ribbon of ribbons) sums.set(ribbon[end], (sums.get(ribbon[end]) ?? 0) + ribbon.value);
  const sorted = [...sums].sort((a, b) => (a[0] === '…') - (b[0] === '…') || b[1] - a[1]);
  const at = new Map();
  let y = 6;
  for (const [code, value] of sorted) {
    const size = sum ? value / sum * 300 : 0;
    at.set(code, {y, size, value, taken: 0});
    y += Math.max(size, 8) + GAP;
  }
  return {at, height: y, take: (code, value) => {
    const place = at.get(code);
    const size = sum ? value / sum * 300 : 0;
    const found = {y: place.y + place.taken, size};
    place.taken += size;
    return found;
  }};
}
