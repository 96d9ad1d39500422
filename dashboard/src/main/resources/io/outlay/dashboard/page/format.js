// How figures, days and names are written.

const SCALES = [[1e12, 'tn'], [1e9, 'bn'], [1e6, 'm'], [1e3, 'k']];
const MINUS = '\u2212';

function scaled(value) {
  const size = Math.abs(value);
  for (const [scale, word] of SCALES) {
    if (size >= scale * 0.9995) {
      const n = size / scale;
      return [n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2), word];
    }
  }
  return [size.toFixed(0), ''];
}

/** 52234000000 → "$52.2 bn"; null → "no rate". */
export function usd(value) {
  return value === null || value === undefined ? 'no rate' : money(value, '$');
}

/** With its sign, for changes. */
export function change(value) {
  return value > 0 ? '+' + usd(value) : value === 0 ? '±$0' : usd(value);
}

/** An amount in its own currency: "CNY 380 bn". */
export function native(value, currency) {
  return value === null ? '' : currency === 'USD' ? usd(value) : money(value, currency + '\u00a0');
}

function money(value, before) {
  const [number, word] = scaled(value);
  return (value < 0 ? MINUS : '') + before + number + (word ? '\u00a0' + word : '');
}

/** "$60.0 bn – $65.0 bn", or one amount where both are the same. */
export function band(low, high, write = usd) {
  return low === high ? write(low) : write(low) + ' – ' + write(high);
}

export function count(n, one, many) {
  return n.toLocaleString('en') + '\u00a0' + (n === 1 ? one : many ?? one + 's');
}

const DAY = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC'});

/** "2025-02-25" → "25 Feb 2025". */
export function day(iso) {
  return iso ? DAY.format(new Date(iso + 'T00:00:00Z')) : 'no day';
}

export function toNumber(iso) {
  return Math.round(Date.parse(iso + 'T00:00:00Z') / 86400000);
}

export function toDay(number) {
  return new Date(number * 86400000).toISOString().slice(0, 10);
}

/** A word in capitals as it reads in a sentence: LETTER_OF_INTENT → "letter of intent". */
export function word(constant) {
  return (constant ?? '').toLowerCase().replaceAll('_', ' ');
}

export function capital(text) {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
