// Waits for the next save: a new text is loaded, new findings are shown in a bar at the foot.
(() => {
  const own = document.currentScript.dataset;
  const bar = document.createElement("aside");
  bar.className = "songngu-bar";
  const made = (name, text, into) => {
    const one = document.createElement(name);
    one.textContent = text;
    into.append(one);
    return one;
  };

  const line = (found) => {
    const item = document.createElement("li");
    item.className = found.severity;
    const where = made(found.href ? "a" : "span", `${found.path}:${found.line}`, item);
    if (found.href) where.href = `/${found.href}`;
    made("p", found.message, item);
    made("p", found.hint, item);
    return item;
  };

  const show = (state) => {
    // What is about this page comes first, and opens the bar.
    const here = (found) => own.pair && found.pair === own.pair;
    const sorted = [...state.findings.filter(here), ...state.findings.filter((one) => !here(one))];
    const details = document.createElement("details");
    made("summary", state.summary, details);
    if (state.problem) made("p", state.problem, details).className = "problem";
    const list = made("ul", "", details);
    list.append(...sorted.slice(0, 100).map(line));
    details.open = Boolean(state.problem) || state.findings.some(here) || Boolean(bar.querySelector("details")?.open);
    bar.lang = state.lang;
    bar.setAttribute("aria-label", state.title);
    bar.dataset.worst = ["error", "warning"].find((one) => state.findings.some((found) => found.severity === one)) || "";
    bar.replaceChildren(details);
    document.body.append(bar);
  };

  const listen = async (after) => {
    let next = after;
    try {
      const answer = await fetch(`/-/state?after=${after}`);
      const state = await answer.json();
      if (String(state.content) !== own.content) return location.reload();
      if (state.number !== after) show(state);
      next = state.number;
    } catch {
      // The preview was stopped: a new one may come.
      await new Promise((resolve) => { setTimeout(resolve, 1000); });
      next = 0;
    }
    return listen(next);
  };
  listen(0);
})();
