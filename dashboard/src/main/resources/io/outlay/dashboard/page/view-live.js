// Live: new and changed commitments as they come, and what they changed.

import {ask} from './api.js';
import {measureName, where} from './commitment-table.js';
import {h, to} from './dom.js';
import {change, usd, word} from './format.js';
import {news, pulse, stream} from './events.js';
import {panel} from './panel.js';
import {changed} from './state.js';

export async function live(state, page) {
  const total = await ask('/api/totals', {measure: 'announced', limit: 1});
  page.provenance(total.provenance);
  const [kind, words] = pulse();
  const columns = ['at', 'kind', 'id', 'payer', 'measure', 'headlineUsdBefore', 'headlineUsd', 'countedUsdBefore', 'countedUsd'];
  const rows = news.map(item => [new Date(item.at).toISOString(), item.kind, item.id, (item.now ?? item.before)?.payer, (item.now ?? item.before)?.measure,
    item.before?.headlineUsd, item.now?.headlineUsd, item.before?.countedUsd, item.now?.countedUsd]);
  return [
    h('div', {class: 'head'}, h('h1', {tabindex: -1}, 'Live'), h('p', {}, 'What has come in since this page was opened, the newest first.')),
    h('div', {class: 'state', 'data-state': kind, id: 'live-state'}, h('p', {}, kind === 'live' ? quiet() : words)),
    panel(`Announced, all time: ${usd(total.sum.headlineUsd)}`, {data: {name: 'live', columns, rows, provenance: total.provenance}},
      news.length ? h('ol', {class: 'news', 'aria-label': 'News'}, news.map(item => entry(item, page)))
        : h('p', {class: 'empty'}, 'Nothing yet. New and changed commitments appear here by themselves.')),
  ];
}

function quiet() {
  const since = stream.lastNews ?? stream.since;
  const minutes = Math.floor((Date.now() - since) / 60000);
  const ago = minutes < 1 ? 'less than a minute' : minutes === 1 ? 'a minute' : minutes + ' minutes';
  return stream.lastNews ? minutes < 1 ? 'Live: news has just come in.' : `Live and quiet: nothing new for ${ago}.` : `Live and quiet: nothing new since this page was opened, ${ago} ago.`;
}

function entry(item, page) {
  const row = item.now ?? item.before;
  const fresh = Date.now() - item.at < 2500;
  return h('li', {class: fresh ? 'fresh' : null},
    h('time', {class: 'soft', datetime: new Date(item.at).toISOString()}, new Date(item.at).toLocaleTimeString('en-GB')),
    h('div', {}, row ? [to(changed({view: 'commitment', id: item.id}), {}, row.payerName), ` ${measureName(row).toLowerCase()} `, h('span', {class: 'soft'}, where(row, page.names))] : item.id,
      h('div', {class: 'soft'}, said(item))),
    h('span', {class: 'num' + (moved(item) < 0 ? ' down' : '')}, moved(item) === null ? '' : change(moved(item))));
}

/** By how much the counted money moved; null when it is not known. */
function moved(item) {
  if (item.kind === 'known') return null;
  return (item.now?.countedUsd ?? 0) - (item.before?.countedUsd ?? 0);
}

function said(item) {
  const {now, before} = item;
  if (!now) return 'is gone: no article states it any more';
  if (item.kind === 'new') return `new: ${usd(now.headlineUsd)} stated, ${word(now.status)}`;
  if (!before) return `stands at ${usd(now.headlineUsd)}`;
  const parts = [];
  if (before.headlineUsd !== now.headlineUsd) parts.push(`from ${usd(before.headlineUsd)} to ${usd(now.headlineUsd)}`);
  if (before.state !== now.state) parts.push(`${word(before.state)} → ${word(now.state)}`);
  if (before.articles !== now.articles) parts.push(now.articles > before.articles ? 'another article states it' : 'an article less states it');
  if (before.corrections !== now.corrections) parts.push('corrected by an analyst');
  if (before.partOf !== now.partOf) parts.push(now.partOf ? 'is now part of a larger one' : 'stands on its own now');
  return parts.join(', ') || 'its details changed';
}
