// Elements from plain values. Text goes in as text, never as markup: nothing that comes from outside can become an element.

const SVG = 'http://www.w3.org/2000/svg';

/** h('p', {class: 'soft'}, 'text', child): attributes that are null or false are left out, functions become listeners. */
export function h(name, attributes = {}, ...children) {
  return fill(document.createElement(name), attributes, children);
}

/** The same for SVG. */
export function s(name, attributes = {}, ...children) {
  return fill(document.createElementNS(SVG, name), attributes, children);
}

function fill(element, attributes, children) {
  for (const [key, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === 'function') element.addEventListener(key, value);
    else element.setAttribute(key, value === true ? '' : String(value));
  }
  element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
  return element;
}

/** A table that may be wider than its place: it is scrolled, by keyboard too. */
export function scrolled(name, table) {
  return h('div', {class: 'scroll', tabindex: 0, role: 'region', 'aria-label': name}, table);
}

/** A link to a view of this page. */
export function to(address, attributes, ...children) {
  return h('a', {href: address, 'data-nav': true, ...attributes}, ...children);
}

/** A link to an article, if its address is one of the web; else its text alone. */
export function outside(address, text) {
  return /^https?:\/\//i.test(address ?? '')
    ? h('a', {href: address, target: '_blank', rel: 'noopener noreferrer'}, text)
    : h('span', {}, text);
}

/** How many units wide a chart is drawn, so that its words are as large as others: whole, or half of the page; the screen's on a phone. */
export function drawnWidth(half = false) {
  return innerWidth < 700 ? Math.max(innerWidth - 56, 300) : half ? Math.min(620, innerWidth - 80) : Math.min(1160, innerWidth - 80);
}

let tip;

/** Shows a few words beside the pointer. */
export function tips(element, words) {
  element.addEventListener('pointermove', event => {
    const text = words(event);
    if (!tip) document.body.append(tip = h('div', {class: 'tip', 'aria-hidden': 'true'}));
    tip.textContent = text ?? '';
    tip.style.display = text ? 'block' : 'none';
    tip.style.left = Math.min(event.clientX + 14, innerWidth - tip.offsetWidth - 8) + 'px';
    tip.style.top = Math.min(event.clientY + 16, innerHeight - tip.offsetHeight - 8) + 'px';
  });
  element.addEventListener('pointerleave', hideTip);
}

export function hideTip() {
  if (tip) tip.style.display = 'none';
}
