// Opens the search and speaks to its worker, which is started when it is first wanted.
(() => {
  const dialog = document.getElementById("search");
  const opener = document.querySelector(".search-open");
  const menu = document.querySelector(".menu");
  if (menu) {
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && menu.open) {
        menu.open = false;
        menu.querySelector("summary").focus();
      }
    });
    document.addEventListener("click", (event) => {
      if (menu.open && !menu.contains(event.target)) menu.open = false;
    });
  }
  if (!dialog || !opener || !window.Worker || !dialog.showModal) return;
  const input = dialog.querySelector("input");
  const status = dialog.querySelector(".status");
  const list = dialog.querySelector(".results");
  const words = dialog.dataset;
  const [SETUP, READY, QUERY, RESULT] = [0, 1, 2, 3];
  let worker = null;
  let ready = false;

  const say = (text) => { status.textContent = text; };

  // What the index returns is text in which only its own marks are markup.
  const marked = (element, html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html").body;
    for (const node of parsed.childNodes) {
      const found = node.nodeName === "MARK" ? document.createElement("mark") : document.createElement("span");
      found.textContent = node.textContent;
      element.append(found);
    }
  };

  const show = (items) => {
    list.replaceChildren(...items.slice(0, 12).map((item) => {
      // A page and its parts: the page names the result, its best part says why it was found.
      const page = item.find((one) => !one.location.includes("#")) || item[0];
      const part = item.slice().sort((a, b) => b.score - a.score)[0];
      const row = document.createElement("li");
      const link = document.createElement("a");
      link.href = words.base + part.location;
      const name = document.createElement("span");
      name.className = "name";
      marked(name, page.title);
      const text = document.createElement("span");
      text.className = "text";
      marked(text, part.text || page.text);
      link.append(name, text);
      row.append(link);
      return row;
    }));
    say(items.length ? words.found.replace("{count}", items.length) : words.none);
  };

  // Vietnamese words are several syllables: all of them are wanted first, any of them otherwise.
  const terms = () => input.value.normalize("NFC").replace(/[+\-~^*:"]/g, " ").split(/\s+/).filter(Boolean);
  let strict = true;

  const ask = () => {
    const found = terms();
    strict = true;
    if (found.length && ready) {
      worker.postMessage({ type: QUERY, data: found.map((term) => `+${term}*`).join(" ") });
    }
    if (!found.length) {
      list.replaceChildren();
      say(words.start);
    }
  };

  const start = async () => {
    try {
      const answer = await fetch(words.index);
      if (!answer.ok) throw new Error(answer.status);
      const { config, docs } = await answer.json();
      worker = new Worker(words.worker);
      worker.onmessage = ({ data }) => {
        if (data.type === READY) { ready = true; ask(); }
        if (data.type === RESULT && terms().length) {
          if (strict && !data.data.items.length) {
            strict = false;
            worker.postMessage({ type: QUERY, data: terms().join(" ") });
          } else {
            show(data.data.items);
          }
        }
      };
      worker.onerror = () => say(words.fails);
      worker.postMessage({ type: SETUP, data: { config, docs, options: { suggest: false } } });
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
