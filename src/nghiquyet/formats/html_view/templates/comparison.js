(() => {
  for (const bar of document.querySelectorAll("[data-for]")) {
    const items = [...document.getElementById(bar.dataset.for).querySelectorAll("[data-words]")];
    const choice = bar.querySelector("select"), search = bar.querySelector("input"), count = bar.querySelector("[data-count]");
    const filter = () => {
      const found = finder(search.value);
      let shown = 0;
      for (const item of items) {
        item.hidden = Boolean((choice.value && !item.dataset.words.split(" ").includes(choice.value)) || !found(item.textContent));
        shown += item.hidden ? 0 : 1;
      }
      count.textContent = shown + " / " + items.length;
    };
    choice.addEventListener("input", filter); search.addEventListener("input", filter); filter();
  }
})();
