// The search: fetches those parts of the index (search_index.py) that a query asks for, finds the
// pages, the best first, and answers the lines to show.
"use strict";

const SHOWN = 10; // answers
const LEAD = 70; // characters before the first mark of a line
const LINE = 320;
// How well a word fits: it only begins so (or is a letter off); it is the same but for its marks;
// it is the same.
const [BEGINS, FOLDED, SAME] = [1, 2, 3];
// What a phrase is worth in a heading and in a text, by how well it fits: Vietnamese words are
// several syllables, and where they stand together says more than where each of them occurs.
const WORTH = { title: [0, 40, 140, 340], text: [0, 2, 6, 18] };
const MOST = 5; // times that a phrase counts in one text
const TITLE = 8; // a word in a heading, against one in a text
const BM25 = { k: 1.2, b: 0.75 };

let home = "";
let table = null;
let latest = 0;
const parts = new Map();

const fetched = async (address, options) => {
  const answer = await fetch(address, options);
  if (!answer.ok) throw new Error(`${answer.status} ${address}`);
  return answer.json();
};

// What failed is asked for again the next time.
const part = (name) => {
  if (!parts.has(name)) {
    const coming = fetched(new URL(`parts/${name}`, home));
    parts.set(name, coming);
    coming.catch(() => parts.delete(name));
  }
  return parts.get(name);
};

const begin = async () => {
  table ??= fetched(home, { cache: "no-cache" }).then((told) => ({
    ...told,
    mean: told.pages.reduce((sum, page) => sum + page.length, 0) / (told.pages.length || 1),
  }));
  table.catch(() => { table = null; });
  return table;
};

const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
const low = (text) => text.normalize("NFC").toLowerCase();

// A word as it was typed. One of up to two letters must stand whole: too much begins with it.
const asked = (typed) => {
  const plain = fold(typed);
  return { typed, plain, open: plain.length > 2, terms: new Set() };
};

const partsOf = ({ parts: all }, from, to) =>
  all.filter(([first], at) => first <= to && (at + 1 === all.length || all[at + 1][0] > from)).map(([, name]) => name);

const fit = (word, written, term, strict) => {
  if (written === word.typed) return SAME;
  if (word.terms.has(term)) return BEGINS;
  if (strict && word.typed !== word.plain) return word.open && written.startsWith(word.typed) ? BEGINS : 0;
  if (term === word.plain) return FOLDED;
  return word.open && term.startsWith(word.plain) ? BEGINS : 0;
};

// Where a word stands: a map of places and how well it fits there, by page.
const placesOf = async (told, word, strict) => {
  const wanted = word.terms.size
    ? [...word.terms].flatMap((term) => partsOf(told, term, term))
    : partsOf(told, word.plain, word.open ? `${word.plain}\uffff` : word.plain);
  const found = new Map();
  for (const spellings of await Promise.all([...new Set(wanted)].map(part))) {
    for (const [term, written] of Object.entries(spellings)) {
      for (const [spelling, postings] of Object.entries(written)) {
        const how = fit(word, spelling, term, strict);
        if (how) note(found, postings, how);
      }
    }
  }
  return found;
};

const note = (found, postings, how) => {
  for (const posting of postings.split(";")) {
    const [page, distances] = posting.split(":");
    if (!found.has(+page)) found.set(+page, new Map());
    const places = found.get(+page);
    let place = 0;
    for (const distance of distances.split(",")) {
      place += +distance;
      places.set(place, how);
    }
  }
};

// Damerau's distance of two words is at most one.
const near = (one, other) => {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  const [rest, more] = [one.slice(at), other.slice(at)];
  return rest.slice(1) === more.slice(1) || rest.slice(1) === more || rest === more.slice(1)
    || (rest[0] === more[1] && rest[1] === more[0] && rest.slice(2) === more.slice(2));
};

// Each word's places: as typed; if no page has all of them, without their marks; and a word that
// stands nowhere as those that are one letter off.
const lookup = async (told, words) => {
  let found = await Promise.all(words.map((word) => placesOf(told, word, true)));
  if (pagesWith(found, words.length).length) return { found, strict: true };
  found = await Promise.all(words.map((word) => placesOf(told, word, false)));
  const lost = words.filter((word, at) => !found[at].size && word.plain.length > 3);
  if (lost.length) {
    const terms = (await part(told.terms)).split(" ");
    for (const word of lost) word.terms = new Set(terms.filter((term) => near(word.plain, term)));
    found = await Promise.all(words.map((word, at) => (word.terms.size ? placesOf(told, word, false) : found[at])));
  }
  return { found, strict: false };
};

const pagesWith = (found, count) => {
  const times = new Map();
  for (const pages of found) for (const page of pages.keys()) times.set(page, (times.get(page) ?? 0) + 1);
  return [...times].filter(([, one]) => one === count).map(([page]) => page);
};

// Phrases decide; of pages that are worth the same the clearly shorter one is more about them. Where
// the words nowhere follow each other, it is how often each is there and how rare it is (BM25). What
// is left stands in the order of the issue.
const better = (a, b) => b.worth - a.worth || (a.worth ? a.long - b.long : b.score - a.score) || a.page - b.page;

// The pages that have the most of the words, the best first.
const ranked = (told, found) => {
  for (let count = found.length; count > 0; count -= 1) {
    const pages = pagesWith(found, count);
    if (pages.length) return pages.map((page) => judged(told, found, page)).sort(better);
  }
  return [];
};

const judged = (told, found, number) => {
  const page = told.pages[number];
  const heads = page.heads.map(([, , at, text]) => ({ at, text, title: [0, 0, 0, 0], body: [0, 0, 0, 0], words: 0, first: -1 }));
  const headOf = (place) => heads.findLast((head) => head.at <= place);
  const words = found.map((pages) => pages.get(number) ?? new Map());
  let score = 0;
  words.forEach((places, at) => {
    let times = 0;
    for (const [place, how] of places) {
      const head = headOf(place);
      head.words |= 1 << at;
      if (place >= head.text && head.first < 0) head.first = place;
      times += (place < head.text ? TITLE : 1) * (how === BEGINS ? 0.3 : 1);
    }
    const rare = Math.log(1 + (told.pages.length - found[at].size + 0.5) / (found[at].size + 0.5));
    score += (rare * times) / (times + BM25.k * (1 - BM25.b + (BM25.b * page.length) / told.mean));
  });
  for (const [place, how] of phrases(words)) {
    const head = headOf(place);
    const inTitle = place < head.text;
    if (!inTitle && !head.body.some(Boolean)) head.first = place;
    (inTitle ? head.title : head.body)[how] += 1;
  }
  const sum = (times, worth) => times.reduce((all, one, how) => all + Math.min(one, MOST) * worth[how], 0);
  const worth = ({ title, body }) => sum(title, WORTH.title) + sum(body, WORTH.text);
  const count = ({ words: bits }) => bits.toString(2).replace(/0/g, "").length;
  const best = heads.reduce((a, b) => (worth(b) > worth(a) || (worth(b) === worth(a) && count(b) > count(a)) ? b : a));
  return { page: number, head: heads.indexOf(best), first: best.first - best.text, worth: worth(best) + worth(heads[0]), score, long: Math.round(page.length / 100) };
};

// Where the words stand one after the other, and how well the least of them fits.
const phrases = function* (words) {
  for (const [place, how] of words[0]) {
    const fits = words.slice(1).map((places, at) => places.get(place + at + 1) ?? 0);
    const least = Math.min(how, ...fits);
    if (least) yield [place, least];
  }
};

// A text as pieces, those that were asked for marked; a long one from a little before the word
// that stands at `first`.
const marked = (text, words, strict, pattern, first = 0) => {
  const tokens = [...text.matchAll(pattern)];
  const wanted = tokens[first]?.index ?? 0;
  const start = wanted > LEAD ? Math.min(text.indexOf(" ", wanted - LEAD) + 1, wanted) : 0;
  let end = start + LINE < text.length ? text.lastIndexOf(" ", start + LINE) : text.length;
  if (end <= start) end = Math.min(start + LINE, text.length);
  const pieces = start ? [["… ", false]] : [];
  let at = start;
  for (const token of tokens) {
    const stop = token.index + token[0].length;
    const written = low(token[0]);
    if (token.index < start || stop > end || !words.some((word) => fit(word, written, fold(written), strict))) continue;
    pieces.push([text.slice(at, token.index), false], [token[0], true]);
    at = stop;
  }
  pieces.push([text.slice(at, end), false], [end < text.length ? " …" : "", false]);
  return pieces.filter(([piece]) => piece);
};

const row = async (told, { page: number, head, first }, words, strict, pattern) => {
  const page = told.pages[number];
  const texts = await part(page.text);
  const text = texts[head] || texts[0];
  return {
    href: page.path + page.heads[head][0],
    name: marked(page.heads[0][1], words, strict, pattern),
    text: marked(text, words, strict, pattern, texts[head] ? Math.max(first, 0) : 0),
  };
};

const answer = async (query, number) => {
  const told = await begin();
  const pattern = new RegExp(told.word, "g");
  const words = (low(query).match(pattern) ?? []).map(asked);
  if (number !== latest) return;
  if (!words.length) {
    postMessage({ number, count: 0, rows: [], whole: false });
    return;
  }
  const { found, strict } = await lookup(told, words);
  const pages = ranked(told, found);
  const shown = pages.slice(0, SHOWN);
  if (number !== latest) return;
  const rows = await Promise.all(shown.map((one) => row(told, one, words, strict, pattern)));
  if (number === latest) postMessage({ number, count: pages.length, rows, whole: words.at(-1).open });
};

onmessage = async ({ data }) => {
  home = data.index;
  latest = data.number;
  try {
    await (data.query ? answer(data.query, data.number) : begin());
  } catch {
    if (data.number === latest) postMessage({ number: data.number, fails: true });
  }
};
