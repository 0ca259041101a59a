// Opens the search and speaks to its worker, which is started when it is first wanted.
(() => {
  const dialog = document.getElementById("search");
  const opener = document.querySelector(".search-open");
  if (!dialog || !opener || !window.Worker || !dialog.showModal) return;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector(".status");
  const list = dialog.querySelector(".results");
  const words = dialog.dataset;
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  // What parts words in the index. A point or comma inside a number parts nothing.
  const SEPARATOR = "[^0-9A-Za-z\\u00c0-\\u024f\\u0300-\\u036f\\u1780-\\u17ff\\u1e00-\\u1eff.,]+|[.,](?![0-9])";
  const LEAD = 70;
  let worker = null;
  let ready = false;
  let places = new Map();
  let asked = { typed: [], tries: [] };

  const say = (text) => { status.textContent = text; };
  const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/g, "d");
  const split = (text) => text.normalize("NFC").toLowerCase().split(new RegExp(SEPARATOR)).filter(Boolean);
  const line = (text) => ` ${split(text.replace(/<[^>]+>/g, " ")).join(" ")} `;

  // What the index returns is text in which only its own marks matter. A long text begins a little
  // before the first of them.
  const marked = (element, html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html");
    const walk = parsed.createTreeWalker(parsed.body, NodeFilter.SHOW_TEXT);
    let before = "";
    let found = false;
    while (walk.nextNode()) {
      const text = walk.currentNode.data;
      if (!walk.currentNode.parentElement.closest("mark")) {
        if (found) element.append(text);
        else before += text;
        continue;
      }
      if (!found) element.append(before.length > LEAD ? `… ${before.slice(before.indexOf(" ", before.length - LEAD) + 1)}` : before);
      found = true;
      const mark = document.createElement("mark");
      mark.textContent = text;
      element.append(mark);
    }
    if (!found) element.append(before);
  };

  // Vietnamese words are several syllables: where they stand together, and as they were typed,
  // is worth more than where each of them occurs.
  const worth = (location) => {
    const place = places.get(location);
    if (!place) return 0;
    place.lines ??= [place.title, place.text].map(line).map((one) => [one, fold(one)]).flat();
    const [title, titleFolded, text, textFolded] = place.lines;
    const exact = ` ${asked.typed.join(" ")} `;
    const folded = fold(exact);
    const times = (where, what) => Math.min(where.split(what).length - 1, 5);
    return 200 * times(title, exact) + 100 * times(titleFolded, folded) + 40 * times(titleFolded, folded.trimEnd())
      + 12 * times(text, exact) + 6 * times(textFolded, folded);
  };

  const ranked = (items) => items
    .map((item, at) => {
      const parts = item.map((part) => ({ ...part, worth: worth(part.location) }));
      parts.sort((a, b) => b.worth - a.worth || b.score - a.score);
      const page = parts.find((part) => !part.location.includes("#")) || parts[0];
      return { page, part: parts[0], worth: parts[0].worth + page.worth, at };
    })
    .sort((a, b) => b.worth - a.worth || a.at - b.at);

  const row = ({ page, part }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.base + part.location;
    for (const [name, html] of [["name", page.title], ["text", part.text || page.text]]) {
      const span = document.createElement("span");
      span.className = name;
      marked(span, html);
      link.append(span);
    }
    item.append(link);
    return item;
  };

  const show = (items) => {
    list.replaceChildren(...ranked(items).slice(0, 12).map(row));
    say(items.length ? words.found.replace("{count}", items.length) : words.none);
  };

  // All of the words as typed; all without their marks; all but for one letter each; any of them.
  const tries = (typed) => {
    const plain = typed.map(fold);
    return [
      typed.map((term) => `+${term}*`),
      plain.map((term) => `+${term}*`),
      plain.map((term) => (term.length > 3 ? `+${term}~1` : `+${term}`)),
      plain,
    ].map((terms) => terms.join(" "));
  };

  const ask = () => {
    const typed = split(input.value);
    asked = { typed, tries: tries(typed) };
    if (typed.length && ready) worker.postMessage({ type: QUERY, data: asked.tries.shift() });
    if (!typed.length) {
      list.replaceChildren();
      say(words.start);
    }
  };

  const hear = ({ data }) => {
    if (data.type === READY) {
      ready = true;
      ask();
    } else if (data.type === RESULT && asked.typed.length) {
      if (data.data.items.length || !asked.tries.length) show(data.data.items);
      else worker.postMessage({ type: QUERY, data: asked.tries.shift() });
    }
  };

  const start = async () => {
    try {
      worker = new Worker(words.worker);
      worker.onmessage = hear;
      worker.onerror = () => say(words.fails);
      const answer = await fetch(words.index);
      if (!answer.ok) throw new Error(answer.status);
      const { config, docs } = await answer.json();
      places = new Map(docs.map((place) => [place.location, place]));
      // Nothing is stemmed and nothing left out: a word is found by how it begins.
      const plain = { ...config, lang: ["en"], pipeline: [], separator: SEPARATOR };
      worker.postMessage({ type: SETUP, data: { config: plain, docs, options: { suggest: false } } });
    } catch {
      say(words.fails);
    }
  };

  opener.hidden = false;
  opener.addEventListener("click", () => {
    dialog.showModal();
    input.focus();
    if (!worker) start();
  });
  input.addEventListener("input", ask);
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.querySelector(".close").addEventListener("click", () => dialog.close());
  dialog.querySelector("form").addEventListener("submit", (event) => {
    event.preventDefault();
    const first = list.querySelector("a");
    if (first) first.click();
  });
})();
