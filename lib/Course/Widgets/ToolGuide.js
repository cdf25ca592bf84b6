// A question at a time; the answers given so far stand above it and lead back.
(card, data, element) => {
  const trail = element("nav", { class: "trail", "aria-label": "Answers so far" });
  const place = element("div", { class: "place" });
  // [node, the answer that led to it]; the first has none.
  let path = [[data.start, ""]];

  const go = (next, focus) => {
    path = next;
    draw();
    if (focus) place.querySelector("button, h4").focus();
  };
  const button = (label, kind, act) => {
    const made = element("button", { type: "button", class: kind }, label);
    made.addEventListener("click", act);
    return made;
  };
  const draw = () => {
    const [node] = path[path.length - 1];
    trail.replaceChildren(...path.slice(1).map(([, answer], at) => button(answer, "step", () => go(path.slice(0, at + 1), true))));
    trail.hidden = path.length === 1;
    place.replaceChildren(...(node.answers.length ? question(node) : tool(node)));
    if (path.length > 1) place.append(element("div", { class: "back" }, button("Back", "plain", () => go(path.slice(0, -1), true)),
      button("From the start", "plain", () => go(path.slice(0, 1), true))));
  };
  const question = node => [element("h4", { tabindex: -1 }, node.text), element("ul", { class: "answers" },
    ...node.answers.map(each => element("li", {}, button(each.answer, "answer", () => go([...path, [each.next, each.answer]], true)))))];
  const tool = node => {
    const code = element("pre", { tabindex: 0, role: "region", "aria-label": "A cell to paste" }, node.cell);
    const said = element("span", { class: "said", role: "status" });
    const copy = button("Copy the cell", "copy", async () => {
      try {
        await navigator.clipboard.writeText(node.cell);
        said.textContent = "Copied; paste it into a new cell.";
      } catch {
        // A sandboxed frame may not write to the clipboard.
        const all = document.createRange();
        all.selectNodeContents(code);
        getSelection().removeAllRanges();
        getSelection().addRange(all);
        said.textContent = "Selected; press Ctrl+C, then paste it into a new cell.";
      }
    });
    return [element("h4", { tabindex: -1, class: "tool" }, node.name), element("p", {}, node.text), code,
      element("div", { class: "copying" }, copy, said), element("p", { class: "more" }, node.more)];
  };
  card.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const answers = [...place.querySelectorAll(".answer")], at = answers.indexOf(event.target);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: answers.length - 1 }[event.key];
    if (event.key === "Escape" && path.length > 1) go(path.slice(0, -1), true);
    else if (at >= 0 && to !== undefined) answers[Math.max(0, Math.min(answers.length - 1, to))].focus();
    else return;
    event.preventDefault();
  });
  card.append(trail, place);
  draw();
}
