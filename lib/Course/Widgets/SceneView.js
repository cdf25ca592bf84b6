// Plays one scene.
((shadow, scene, element) => {
  const ROLES = {
    Plain: ["", ""], Active: ["●", "touched in this step"], Pointer: ["→", "holds an address"], Cached: ["", "in the cache"],
    Hit: ["✓", "hit: found in the cache"], Miss: ["✗", "miss: fetched from below"], Prefetched: ["⇣", "fetched before it was asked for"],
    Evicted: ["↥", "pushed out"], Free: ["", "free"], Used: ["", "in use"], Garbage: ["×", "unreachable, not yet collected"],
  };
  const ICONS = {
    play: "M8 5v14l11-7z", pause: "M7 5h4v14H7zM13 5h4v14h-4z", first: "M6 5h2v14H6zM20 5v14L9 12z", last: "M16 5h2v14h-2zM4 5v14l11-7z",
    back: "M15.5 5.5 9 12l6.5 6.5L14 20l-8-8 8-8z", next: "M8.5 5.5 15 12l-6.5 6.5L10 20l8-8-8-8z",
  };
  const SPEEDS = [["Slow", 1800], ["Normal", 900], ["Fast", 350], ["Fastest", 90]];
  const SVG = "http://www.w3.org/2000/svg";

  const shape = (name, attributes = {}) => {
    const made = document.createElementNS(SVG, name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    return made;
  };
  const icon = path => {
    const svg = shape("svg", { viewBox: "0 0 24 24", "aria-hidden": "true" });
    svg.append(shape("path", { d: path }));
    return svg;
  };


  for (const row of scene.panels.flatMap(panel => panel.rows ?? []))
    row.cells = row.cells.map(cell => typeof cell === "string" ? { text: cell } : cell);

  let preset = 0, step = 0, timer = 0, wait = 900;
  const frames = () => scene.presets[preset].frames;

  const stage = element("div", { class: "stage" });
  const counters = element("dl", { class: "counters" });
  const narration = element("p", { class: "narration", "aria-live": "polite" });
  const note = element("p", { class: "note" });
  const legend = element("ul", { class: "legend", "aria-label": "Legend" });
  const slider = element("input", { type: "range", min: 0, step: 1, "aria-label": scene.slider });
  const place = element("output", { class: "place" });
  const table = element("div", { class: "table", tabindex: 0 });
  const details = element("details", {}, element("summary", {}, "Every step as text"), table);
  const button = (name, label, act) => {
    const made = element("button", { type: "button", "aria-label": label, title: label, class: name }, icon(ICONS[name]));
    made.addEventListener("click", act);
    return made;
  };
  const choice = (label, names, act) => {
    const select = element("select", { "aria-label": label }, ...names.map((name, index) => element("option", { value: index }, name)));
    select.addEventListener("change", () => act(+select.value));
    return element("label", { class: "choice" }, element("span", { "aria-hidden": "true" }, label), select);
  };

  const stop = () => {
    clearTimeout(timer);
    timer = 0;
    playing();
  };
  const go = to => {
    step = Math.max(0, Math.min(frames().length - 1, to));
    draw();
  };
  const jump = to => { stop(); go(to); };
  const tick = () => {
    go(step + 1);
    if (step >= frames().length - 1) stop();
    else timer = setTimeout(tick, wait);
  };
  const toggle = () => {
    if (timer) return stop();
    if (step >= frames().length - 1) go(0);
    timer = setTimeout(tick, Math.min(wait, 300));
    playing();
  };
  const playButton = button("play", "Play", toggle);
  const playing = () => {
    playButton.replaceChildren(icon(timer ? ICONS.pause : ICONS.play));
    playButton.setAttribute("aria-label", timer ? "Pause" : "Play");
    playButton.title = timer ? "Pause (space)" : "Play (space)";
    // Read each step aloud when the reader steps, not while it plays.
    narration.setAttribute("aria-live", timer ? "off" : "polite");
  };
  const first = button("first", "First step", () => jump(0)), back = button("back", "Step back", () => jump(step - 1));
  const next = button("next", "Step forward", () => jump(step + 1)), last = button("last", "Last step", () => jump(frames().length - 1));
  slider.addEventListener("input", () => jump(+slider.value));

  const choosePreset = index => {
    stop();
    preset = index;
    stage.style.minHeight = narration.style.minHeight = "";
    slider.max = frames().length - 1;
    note.textContent = scene.presets[preset].note;
    const used = new Set(frames().flatMap(frame => frame.panels.flatMap(at => scene.panels[at].rows ?? [])
      .flatMap(row => row.cells.map(cell => cell.role ?? "Plain"))));
    legend.replaceChildren(...Object.keys(ROLES).filter(role => role !== "Plain" && used.has(role)).map(role =>
      element("li", {}, element("span", { class: `cell key ${role}`, "aria-hidden": "true" }, ROLES[role][0]), ROLES[role][1])));
    if (details.open) writeTable();
    go(0);
  };
  const writeTable = () => {
    const names = frames()[0].counters.map(counter => counter[0]);
    const head = element("tr", {}, ...[scene.slider, "What happens", ...names].map(name => element("th", { scope: "col" }, name)));
    const rows = frames().map((frame, index) => element("tr", {}, element("th", { scope: "row" }, frame.step || `${index + 1}`),
      element("td", {}, frame.text), ...frame.counters.map(counter => element("td", {}, counter[1]))));
    table.replaceChildren(element("table", {}, element("thead", {}, head), element("tbody", {}, ...rows)));
  };
  details.addEventListener("toggle", () => { if (details.open) writeTable(); });

  // A panel whose shape has not changed is updated where it stands: focus stays, colours fade over.
  const drawPanel = (at, slot) => {
    const panel = scene.panels[at], old = stage.children[slot];
    const form = JSON.stringify([panel.kind, panel.title, panel.side, panel.narrow, panel.enlarged, panel.columns, panel.values?.length,
      panel.rows?.map(row => [row.label, row.cells.map(cell => [cell.span, cell.id, "goto" in cell])])]);
    let view = old?.form === form ? old : null;
    if (!view) {
      view = element("section", { class: `panel ${panel.kind}${panel.side ? " side" : ""}${panel.narrow ? " narrow" : ""}` }, element("h4", {}, panel.title));
      view.form = form;
      BUILD[panel.kind](view, panel);
      if (old) old.replaceWith(view);
      else stage.append(view);
    }
    if (view.at !== at) UPDATE[panel.kind](view, panel);
    view.at = at;
  };
  const BUILD = {
    cells(view, panel) {
      view.cells = [];
      const rows = element("div", { class: `rows${panel.rows.some(row => row.label) ? " labelled" : ""}` });
      for (const row of panel.rows) {
        const width = row.cells.reduce((sum, cell) => sum + (cell.span ?? 1), 0);
        const line = element("div", { class: `cells${width > 8 ? " many" : ""}`, style: `--n:${width}` });
        for (const cell of row.cells) {
          const box = element("goto" in cell ? "button" : "div", { class: "cell" }, element("b"), element("i", { "aria-hidden": "true" }), element("small"));
          if (cell.span > 1) box.style.gridColumn = `span ${cell.span}`;
          if (cell.id) box.dataset.id = cell.id;
          const index = view.cells.push(box) - 1;
          if ("goto" in cell) {
            box.type = "button";
            box.addEventListener("click", () => jump(view.goto[index]));
          }
          line.append(box);
        }
        rows.append(element("div", { class: "row" }, element("span", { class: "label" }, row.label), line));
      }
      view.append(rows);
    },
    picture(view, panel) {
      view.image = element("img", { class: panel.enlarged ? "enlarged" : "", decoding: "sync", alt: "" });
      view.marks = shape("svg", { preserveAspectRatio: "none", "aria-hidden": "true" });
      view.append(element("div", { class: "frame" }, view.image, view.marks));
    },
    code(view) {
      // Focusable, because a long listing scrolls.
      view.code = element("pre", { tabindex: "0" });
      view.append(view.code);
    },
    heat(view, panel) {
      const map = element("div", { class: "map", role: "img", style: `--n:${panel.columns}` });
      view.squares = panel.values.map(() => map.appendChild(element("i")));
      view.map = map;
      view.most = element("span");
      view.append(map, element("p", { class: "scale" }, "0", element("span", { class: "ramp" }), view.most));
    },
  };
  const UPDATE = {
    cells(view, panel) {
      const cells = panel.rows.flatMap(row => row.cells);
      view.goto = cells.map(cell => cell.goto);
      cells.forEach((cell, index) => {
        const box = view.cells[index], role = cell.role ?? "Plain";
        box.className = `cell ${role}`;
        box.children[0].textContent = cell.text;
        box.children[1].textContent = cell.order || ROLES[role][0];
        box.children[1].className = cell.order ? "order" : "";
        box.children[2].textContent = cell.under ?? "";
        if (role !== "Plain") box.title = ROLES[role][1];
        else box.removeAttribute("title");
      });
    },
    picture(view, panel) {
      const picture = scene.pictures[panel.picture];
      view.image.src = picture.src;
      view.image.alt = `${panel.title}, ${frames()[step].step || `step ${step + 1}`}`;
      view.marks.setAttribute("viewBox", `0 0 ${picture.width} ${picture.height}`);
      view.marks.replaceChildren(...panel.marks.flatMap(([x, y, width, height, strong]) => ["halo", strong ? "strong" : "thin"].map(kind =>
        shape("rect", { x, y, width, height, class: kind, "vector-effect": "non-scaling-stroke" }))));
    },
    code(view, panel) {
      view.code.replaceChildren(...panel.code.split("\n").map((line, index) => element(index === panel.line ? "mark" : "span", {}, line + "\n")));
      view.code.scrollTop = 0;
    },
    heat(view, panel) {
      panel.values.forEach((value, index) => view.squares[index].style.setProperty("--heat", Math.min(1, value / panel.max)));
      view.most.textContent = `${panel.max.toLocaleString("en")} ${panel.unit}`;
      const most = Math.max(...panel.values);
      view.map.setAttribute("aria-label", `${panel.title}: from ${Math.min(...panel.values)} to ${most} ${panel.unit}`);
    },
  };

  const drawArrows = () => {
    arrows.replaceChildren();
    const list = frames()[step].arrows;
    wrap.classList.toggle("linked", !!list);
    if (!list) return;
    const base = stage.getBoundingClientRect();
    const boxOf = id => stage.querySelector(`[data-id="${CSS.escape(id)}"]`)?.getBoundingClientRect();
    for (const [from, to, followed] of list) {
      const a = boxOf(from), b = boxOf(to);
      if (!a || !b) continue;
      const below = b.top >= a.bottom - 2, above = b.bottom <= a.top + 2;
      const x1 = a.left + a.width / 2 - base.left, x2 = b.left + b.width / 2 - base.left;
      const y1 = (below ? a.bottom : a.top) - base.top, y2 = (below ? b.top : above ? b.bottom : b.top) - base.top;
      const bend = Math.max(14, Math.abs(y2 - y1) / 2), out = below ? 1 : -1, into = below ? -1 : above ? 1 : -1;
      const group = shape("g", { class: followed ? "followed" : "" });
      group.append(shape("path", { d: `M${x1} ${y1}C${x1} ${y1 + out * bend} ${x2} ${y2 + into * bend} ${x2} ${y2 + into * 5}` }),
        shape("path", { class: "head", d: `M${x2} ${y2}l-4 ${into * 8}h8z` }));
      arrows.append(group);
    }
  };
  const arrows = shape("svg", { class: "arrows", "aria-hidden": "true" });
  const wrap = element("div", { class: "wrap" }, stage, arrows);

  const draw = () => {
    const frame = frames()[step];
    frame.panels.forEach(drawPanel);
    while (stage.children.length > frame.panels.length) stage.lastElementChild.remove();
    counters.replaceChildren(...frame.counters.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))));
    narration.textContent = frame.text;
    slider.value = step;
    const said = frame.step || `${step + 1} of ${frames().length}`;
    place.textContent = said;
    slider.setAttribute("aria-valuetext", said);
    // A button that has the focus keeps it, so it is marked rather than disabled.
    for (const [at, list] of [[0, [first, back]], [frames().length - 1, [next, last]]])
      for (const each of list) each.setAttribute("aria-disabled", step === at);
    // The picture only ever grows within a run, so that the controls hold still under the pointer.
    for (const box of [stage, narration]) box.style.minHeight = `${Math.max(parseFloat(box.style.minHeight) || 0, box.offsetHeight)}px`;
    drawArrows();
  };

  const choices = element("div", { class: "choices" });
  if (scene.presets.length > 1) choices.append(choice(scene.presetLabel, scene.presets.map(each => each.name), choosePreset));
  const speed = choice("Speed", SPEEDS.map(each => each[0]), index => { wait = SPEEDS[index][1]; });
  speed.querySelector("select").value = 1;
  const controls = element("div", { class: "controls" }, element("div", { class: "buttons" }, first, back, playButton, next, last),
    element("div", { class: "track" }, element("span", { class: "name", "aria-hidden": "true" }, scene.slider), slider, place), speed);
  const player = element("section", { class: "player", role: "group", "aria-label": scene.title, tabindex: 0 },
    element("header", {}, element("h3", {}, scene.title), choices),
    wrap, legend, counters, narration, controls, note, details);
  shadow.append(player);

  player.addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const kind = event.target.tagName;
    const act = kind === "SELECT" || kind === "SUMMARY" ? null
      : event.key === " " ? (kind === "BUTTON" ? null : toggle)
        : { ArrowRight: () => jump(step + 1), ArrowLeft: () => jump(step - 1), ArrowUp: () => jump(step + 1), ArrowDown: () => jump(step - 1), Home: () => jump(0), End: () => jump(frames().length - 1) }[event.key];
    if (event.target === table && event.key.startsWith("Arrow")) return;
    // Jupyter listens to the same keys around us.
    if (act || kind === "BUTTON" || kind === "SELECT") event.stopPropagation();
    if (!act) return;
    event.preventDefault();
    act();
  });
  let width = 0;
  new ResizeObserver(() => {
    if (Math.abs(width - player.offsetWidth) < 1) return;
    width = player.offsetWidth;
    stage.style.minHeight = narration.style.minHeight = "";
    draw();
  }).observe(player);
  choosePreset(0);
})
