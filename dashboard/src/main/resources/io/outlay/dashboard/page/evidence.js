// The sentence behind a figure, with the words of payer, amount and period marked.

import {h, outside} from './dom.js';
import {day} from './format.js';

const PARTS = [['payer', 'payerStart', 'payerEnd'], ['amount', 'amountStart', 'amountEnd'], ['period', 'periodStart', 'periodEnd']];

/** Offsets count code points of the article's body; the quote begins at quoteStart. */
export function marked(evidence) {
  const points = Array.from(evidence.quote);
  const spans = PARTS.filter(([, start]) => evidence[start] !== null && evidence[start] !== undefined)
    .map(([kind, start, end]) => ({kind, start: evidence[start] - evidence.quoteStart, end: evidence[end] - evidence.quoteStart}))
    .filter(span => span.start >= 0 && span.end <= points.length && span.start < span.end)
    .sort((a, b) => a.start - b.start);
  const parts = [];
  let at = 0;
  for (const span of spans) {
    if (span.start < at) continue;
    parts.push(points.slice(at, span.start).join(''), h('mark', {class: span.kind, title: span.kind}, points.slice(span.start, span.end).join('')));
    at = span.end;
  }
  return [...parts, points.slice(at).join('')];
}

export function quote(evidence) {
  return h('figure', {class: 'quote'},
    h('blockquote', {}, marked(evidence)),
    h('footer', {}, outside(evidence.url, evidence.title ?? evidence.articleId), ` · ${evidence.source ?? 'source not known'} · ${day(evidence.day)}`,
      ` · read by rule ${evidence.rule}, confidence ${evidence.confidence.toFixed(2)}`));
}
