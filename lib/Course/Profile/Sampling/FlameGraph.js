// Draws one flame graph.
((shadow, data, element) => {
  const ROW = 22, LEAST_SHARE = 0.0008;
  const KINDS = ["your code", ".NET's own", "native or unnamed"];
  const percent = share => `${(100 * share).toFixed(share < 0.1 ? 2 : 1)} %`;
  const time = milliseconds => milliseconds >= 1000 ? `${(milliseconds / 1000).toFixed(2)} s` : `${milliseconds.toFixed(milliseconds < 10 ? 1 : 0)} ms`;

  const nodes = [];
  for (const [caller, frame, running, waiting, ownRunning, ownWaiting, line] of data.nodes) {
    const [method, module, kind] = data.frames[frame], parent = nodes[caller] ?? null;
    const node = { method, module, kind, line, parent, depth: parent ? parent.depth + 1 : 0, total: [running, waiting], own: [ownRunning, ownWaiting], children: [] };
    parent?.children.push(node);
    nodes.push(node);
  }
  const root = nodes[0];
  const MODES = [["Running", node => node.total[0], node => node.own[0]], ["Waiting", node => node.total[1], node => node.own[1]],
    ["Running and waiting", node => node.total[0] + node.total[1], node => node.own[0] + node.own[1]]];

  let mode = root.total[0] > 0 ? 0 : 1, zoomed = root, chosen = root, words = "";
  const boxes = new Map();
  const weight = node => MODES[mode][1](node), own = node => MODES[mode][2](node);
  const path = node => node ? [...path(node.parent), node] : [];
  const inside = (node, above) => { for (; node; node = node.parent) if (node === above) return true; return false; };
  const matches = node => words !== "" && `${node.method} ${node.module} ${node.line}`.toLowerCase().includes(words);

  const chart = element("div", { class: "chart", role: "tree", tabindex: 0, "aria-label": `Flame graph of ${data.title}. Arrow keys move, Enter zooms, Escape goes back.` });
  const inner = element("div", { class: "inner", role: "none" });
  chart.append(inner);
  const detail = element("p", { class: "detail", "aria-live": "polite" });
  const crumbs = element("nav", { "aria-label": "Zoomed into" });
  const found = element("output", { class: "found" });
  const search = element("input", { type: "search", placeholder: "Search", "aria-label": "Search for methods, modules or lines" });
  const select = element("select", { "aria-label": "Time shown" }, ...MODES.map(([name], index) => element("option", { value: index }, name)));
  const reset = element("button", { type: "button" }, "Show all");
  const methods = element("details", {}, element("summary", {}, "Methods as a table"));
  const threads = element("details", {}, element("summary", {}, "Threads as a table"));

  const place = () => {
    const whole = weight(zoomed) || 1, at = new Map();
    // Callers of the zoomed call fill the width above it.
    const upper = path(zoomed);
    upper.forEach(node => at.set(node, [0, 1]));
    const spread = (node, left) => {
      let x = left;
      for (const child of [...node.children].sort((a, b) => weight(b) - weight(a))) {
        const width = weight(child) / whole;
        if (width >= LEAST_SHARE) { at.set(child, [x, width]); spread(child, x); }
        x += width;
      }
    };
    spread(zoomed, 0);
    return at;
  };
  let at = new Map();
  const paint = () => {
    at = place();
    let deepest = 0;
    for (const [node, box] of boxes) if (!at.has(node)) { box.remove(); boxes.delete(node); }
    for (const [node, [left, width]] of at) {
      let box = boxes.get(node);
      if (!box) {
        box = element("div", { role: "treeitem", id: `f${nodes.indexOf(node)}`, "aria-level": node.depth + 1 }, element("span", {}, node.method));
        box.addEventListener("click", () => { choose(node); zoom(node); });
        box.addEventListener("pointerenter", () => tell(node));
        boxes.set(node, box);
        inner.append(box);
      }
      deepest = Math.max(deepest, node.depth);
      box.style.cssText = `left:${(100 * left).toFixed(3)}%;width:${(100 * width).toFixed(3)}%;top:${node.depth * ROW}px`;
      box.className = `frame kind${node === root ? 3 : node.kind}${node !== zoomed && inside(zoomed, node) ? " above" : ""}${matches(node) ? " match" : words ? " dim" : ""}${node === chosen ? " chosen" : ""}`;
      box.title = `${node.method}\n${percent(weight(node) / (weight(root) || 1))}`;
      box.setAttribute("aria-label", sentence(node));
      box.setAttribute("aria-selected", node === chosen);
    }
    inner.style.height = `${(deepest + 1) * ROW}px`;
    crumbs.replaceChildren(...path(zoomed).slice(-6).flatMap((node, index) => {
      const crumb = element("button", { type: "button" }, node === root ? "all" : node.method);
      if (node === zoomed) crumb.setAttribute("aria-current", "true");
      crumb.addEventListener("click", () => { choose(node); zoom(node); });
      return index ? [element("span", { "aria-hidden": "true" }, "›"), crumb] : [crumb];
    }));
    reset.disabled = zoomed === root && words === "";
    chart.setAttribute("aria-activedescendant", boxes.get(chosen)?.id ?? "");
  };
  const sentence = node => `${node === root ? "All threads" : node.method}: ${percent(weight(node) / (weight(root) || 1))} of the time (${time(weight(node))}), `
    + `${percent(own(node) / (weight(root) || 1))} in itself`;
  const tell = node => {
    detail.replaceChildren(element("b", {}, node === root ? "All threads" : node.method), ` ${sentence(node).replace(/^.*?: /, "")}`);
    if (node !== root) detail.append(element("span", { class: "where" }, ` ${[node.module, node.line].filter(Boolean).join(", ")} · ${KINDS[node.kind]}`));
  };
  const choose = node => { chosen = node; tell(node); };
  const zoom = node => {
    zoomed = node;
    paint();
    // Scrolls the chart only: scrollIntoView would move the page.
    const top = chosen.depth * ROW;
    if (top < chart.scrollTop) chart.scrollTop = top;
    else if (top + ROW > chart.scrollTop + chart.clientHeight) chart.scrollTop = top + ROW - chart.clientHeight;
  };
  const look = () => {
    words = search.value.trim().toLowerCase();
    // A match below a match is the same time once more.
    const sum = node => matches(node) ? weight(node) : node.children.reduce((all, child) => all + sum(child), 0);
    found.textContent = words ? (nodes.some(matches) ? `${percent(sum(root) / (weight(root) || 1))} in matches` : "nothing found") : "";
    paint();
  };
  const move = by => {
    const siblings = [...at.keys()].filter(node => node.depth === chosen.depth).sort((a, b) => at.get(a)[0] - at.get(b)[0]);
    return siblings[siblings.indexOf(chosen) + by] ?? chosen;
  };
  chart.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const next = {
      ArrowDown: () => chosen.children.filter(child => at.has(child)).sort((a, b) => weight(b) - weight(a))[0] ?? chosen,
      ArrowUp: () => chosen.parent ?? chosen, ArrowLeft: () => move(-1), ArrowRight: () => move(1), Home: () => root,
    }[event.key];
    if (next) { choose(next()); zoom(inside(chosen, zoomed) ? zoomed : chosen); }
    else if (event.key === "Enter" || event.key === " ") zoom(chosen);
    else if (event.key === "Escape") { choose(zoomed.parent ?? root); zoom(chosen); }
    else if (event.key === "/") search.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  });
  const again = () => { search.value = ""; words = ""; found.textContent = ""; choose(root); zoom(root); };
  chart.addEventListener("pointerleave", () => tell(chosen));
  search.addEventListener("input", look);
  search.addEventListener("keydown", event => { event.stopPropagation(); if (event.key === "Escape") { search.value = ""; look(); chart.focus(); } });
  select.addEventListener("change", () => { mode = +select.value; choose(zoomed); look(); });
  reset.addEventListener("click", again);
  select.value = mode;

  const table = (details, heads, rows) => details.append(element("div", { class: "table", tabindex: 0 }, element("table", {},
    element("thead", {}, element("tr", {}, ...heads.map(head => element("th", { scope: "col" }, head)))),
    element("tbody", {}, ...rows.map(cells => element("tr", {}, ...cells.map((cell, index) => element(index ? "td" : "th", index ? {} : { scope: "row" }, cell))))))));
  table(methods, ["Method", "Own", "Total", "Own time", "Waiting", "Line"], data.methods.map(([method, ownTime, total, waiting, line]) =>
    [method, percent(ownTime / (root.total[0] || 1)), percent(total / (root.total[0] || 1)), time(ownTime), time(waiting), line]));
  table(threads, ["Thread", "Ran", "Waited", "On a processor"], data.threads.map(([name, ran, waited, processor]) =>
    [name, time(ran), time(waited), processor < 0 ? "not known" : time(processor)]));

  const legend = element("ul", { class: "legend", "aria-label": "Legend" }, ...KINDS.map((kind, index) => [kind, index])
    .filter(([, index]) => nodes.some(node => node !== root && node.kind === index))
    .map(([kind, index]) => element("li", {}, element("span", { class: `key kind${index}`, "aria-hidden": "true" }), kind)));
  const hint = element("p", { class: "hint" }, "Click a bar, or go to it with the arrow keys and press Enter, to zoom in. Escape goes back, / searches.");
  const view = element("section", { class: "view", role: "group", "aria-label": `Flame graph: ${data.title}` },
    element("header", {}, element("h3", {}, data.title), element("p", {}, data.summary)),
    element("div", { class: "controls" }, element("label", {}, element("span", {}, "Show"), select), search, found, reset),
    crumbs, chart, detail, legend, hint, methods, threads, element("div", { class: "notes" }, ...data.notes.map(note => element("p", {}, note))));
  shadow.append(view);
  choose(root);
  paint();
})
