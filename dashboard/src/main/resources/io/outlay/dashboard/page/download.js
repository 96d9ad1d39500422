// Every table and chart as a file, each with its day and a line that says where it is from.

/** A text that a spreadsheet would take for a formula gets an apostrophe before it. */
function cell(value) {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value);
  return /[",\n\r]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

export function csv(columns, rows, provenance) {
  const lines = [columns, ...rows].map(row => row.map(cell).join(','));
  return '# ' + provenance + '\r\n' + lines.join('\r\n') + '\r\n';
}

export function json(columns, rows, provenance) {
  const items = rows.map(row => Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
  return JSON.stringify({provenance, rows: items}, null, 1) + '\n';
}

const LOOKS = ['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-dasharray', 'opacity', 'font-size', 'font-weight', 'text-anchor'];

/** A chart as it looks now, complete in itself, with its title above and its provenance below. */
export function svg(chart, title, provenance) {
  const [, , width, height] = chart.getAttribute('viewBox').split(' ').map(Number);
  const copy = chart.cloneNode(true);
  const from = chart.querySelectorAll('*');
  copy.querySelectorAll('*').forEach((element, i) => {
    const style = getComputedStyle(from[i]);
    for (const look of LOOKS) {
      const value = style.getPropertyValue(look);
      if (value) element.setAttribute(look, value);
    }
    element.removeAttribute('class');
    element.removeAttribute('tabindex');
  });
  const page = getComputedStyle(document.body);
  const root = getComputedStyle(document.documentElement);
  const make = (name, attributes, text = '') => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    element.textContent = text;
    return element;
  };
  const whole = make('svg', {xmlns: 'http://www.w3.org/2000/svg', width, height: height + 66, viewBox: `0 0 ${width} ${height + 66}`, 'font-family': 'Inter, sans-serif'});
  whole.append(make('rect', {width, height: height + 66, fill: root.getPropertyValue('--card')}),
    make('text', {x: 10, y: 24, 'font-size': 15, 'font-weight': 600, fill: page.color}, title));
  copy.setAttribute('y', 36);
  copy.setAttribute('width', width);
  copy.setAttribute('height', height);
  whole.append(copy, make('text', {x: 10, y: height + 56, 'font-size': 10, fill: root.getPropertyValue('--soft')}, provenance));
  return new XMLSerializer().serializeToString(whole);
}

/** A drawing as pixels, twice as fine as it is large. */
export async function png(drawing) {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([drawing], {type: 'image/svg+xml'}));
  try {
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth * 2;
    canvas.height = image.naturalHeight * 2;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise(done => canvas.toBlob(done, 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function save(name, type, content) {
  const address = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], {type}));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
