// Shows a picture large, over the page. Without this script the same link leads to the picture.
(() => {
  const dialog = document.querySelector(".lightbox");
  const links = [...document.querySelectorAll("a.zoom")];
  if (!dialog || !dialog.showModal || !links.length) return;
  const frame = dialog.querySelector(".large");
  const caption = dialog.querySelector("figcaption");
  const place = dialog.querySelector(".place");
  const leave = dialog.querySelector(".close");
  let at = 0;

  const show = (to) => {
    at = (to + links.length) % links.length;
    const picture = links[at].querySelector("picture").cloneNode(true);
    for (const one of picture.children) one.sizes = "100vw";
    picture.querySelector("img").removeAttribute("loading");
    frame.replaceChildren(picture);
    const told = links[at].closest("figure").querySelector("figcaption");
    caption.replaceChildren(...(told ? told.cloneNode(true).childNodes : []));
    caption.lang = links[at].closest("[lang]").lang;
    place.textContent = links.length > 1
      ? dialog.dataset.place.replace("{at}", at + 1).replace("{count}", links.length) : "";
    // A link of the caption that is gone must not take the keyboard with it.
    if (dialog.open && !dialog.contains(document.activeElement)) leave.focus();
  };

  for (const button of dialog.querySelectorAll(".step")) button.hidden = links.length < 2;
  links.forEach((link, index) => link.addEventListener("click", (event) => {
    // A click that asks for another tab or window is the reader's own.
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    show(index);
    dialog.showModal();
  }));
  dialog.addEventListener("click", (event) => {
    if (event.target.closest(".back")) show(at - 1);
    else if (event.target.closest(".on")) show(at + 1);
    else if (!event.target.closest("figcaption")) dialog.close();
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && links.length > 1) show(at + step);
  });
  // Escape is the browser's. The focus goes to the picture that was seen last.
  dialog.addEventListener("close", () => {
    frame.replaceChildren();
    links[at].focus();
  });
})();
