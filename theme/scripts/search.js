// Opens the search and speaks to its worker, which is started when it is first wanted.
(() => {
  const dialog = document.getElementById("search");
  const opener = document.querySelector(".search-open");
  if (!dialog || !opener || !window.Worker || !dialog.showModal) return;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector(".status");
  const list = dialog.querySelector(".results");
  const words = dialog.dataset;
  const index = new URL(words.index, document.baseURI).href;
  let worker = null;
  let number = 0;

  const say = (text) => { status.textContent = text; };

  const line = (name, pieces) => {
    const span = document.createElement("span");
    span.className = name;
    for (const [text, found] of pieces) {
      const mark = found ? document.createElement("mark") : span;
      mark.append(text);
      if (found) span.append(mark);
    }
    return span;
  };

  const row = ({ href, name, text }) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = words.base + href;
    link.append(line("name", name), line("text", text));
    item.append(link);
    return item;
  };

  // While a word has one or two letters, it may be the beginning of any.
  const hear = ({ data }) => {
    if (data.number !== number) return;
    if (data.fails) {
      say(words.fails);
      return;
    }
    list.replaceChildren(...data.rows.map(row));
    if (data.count) say(words.found.replace("{count}", data.count));
    else say(data.whole ? words.none : words.start);
  };

  const ask = () => {
    const query = input.value.trim();
    number += 1;
    worker?.postMessage({ index, number, query });
    if (!query) {
      list.replaceChildren();
      say(words.start);
    }
  };

  const start = () => {
    worker = new Worker(words.worker);
    worker.onmessage = hear;
    worker.onerror = () => say(words.fails);
    ask();
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
