// Copies a text that is meant to be taken along.
(() => {
  if (!navigator.clipboard) return;
  for (const button of document.querySelectorAll(".copy")) {
    const name = button.textContent;
    const text = document.getElementById(button.dataset.of);
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text.value ?? text.textContent);
      button.textContent = button.dataset.done;
      setTimeout(() => { button.textContent = name; }, 2000);
    });
  }
})();
