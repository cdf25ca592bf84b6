# Runs inside python3, driven by PythonProcess.cs: one JSON value a line, requests on the original standard input, answers on the
# original standard output. Both are moved to private descriptors first, so that neither code nor its child processes disturb them.
import ast, base64, io, json, linecache, math, os, queue, signal, sys, threading, traceback, types

requests_in = os.fdopen(os.dup(0), "r", encoding="utf-8", newline="\n")
answers_out = os.fdopen(os.dup(1), "wb", buffering=0)
null = os.open(os.devnull, os.O_RDONLY)
os.dup2(null, 0)
os.close(null)
send_lock = threading.Lock()


def send(message):
    data = (json.dumps(message, ensure_ascii=False) + "\n").encode("utf-8", "backslashreplace")
    with send_lock:
        view = memoryview(data)
        while view:
            view = view[answers_out.write(view):]


class Console(io.TextIOBase):
    """Sends whole lines; a part of a line goes out with flush or at the end of a request."""

    def __init__(self, name):
        self.name, self.parts, self.size = name, [], 0

    encoding = "utf-8"

    def writable(self):
        return True

    def write(self, text):
        self.parts.append(text)
        self.size += len(text)
        if self.size > 8192 or text.endswith("\n"):
            self.flush()
        return len(text)

    def flush(self):
        if self.parts:
            text, self.parts, self.size = "".join(self.parts), [], 0
            send({"stream": self.name, "text": text})


# What child processes write to descriptor 1 arrives through a pipe of its own.
END_OF_REQUEST = b"\x00end of request\x00"
pipe_read, pipe_write = os.pipe()
os.dup2(pipe_write, 1)
os.close(pipe_write)
drained = threading.Event()


def forward_children():
    held = b""
    while True:
        data = os.read(pipe_read, 65536)
        if not data:
            return
        held += data
        ended = END_OF_REQUEST in held
        if ended:
            held = held.replace(END_OF_REQUEST, b"")
        elif held.endswith(END_OF_REQUEST[:1]) or END_OF_REQUEST[:1] in held[-len(END_OF_REQUEST):]:
            continue
        if held:
            send({"stream": "stdout", "text": held.decode("utf-8", "replace")})
            held = b""
        if ended:
            drained.set()


threading.Thread(target=forward_children, daemon=True).start()
sys.stdout, sys.stderr = Console("stdout"), Console("stderr")
# A fresh main module, so that code sees none of the names above and its classes can still be found by name.
sys.modules["__main__"] = types.ModuleType("__main__")
variables = sys.modules["__main__"].__dict__
variables["__builtins__"] = __builtins__
runs = 0


def plain(value):
    """A value as JSON can carry it; NaN and infinities as the names that .NET reads."""
    if value is None or isinstance(value, (bool, int, str)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if isinstance(value, (bytes, bytearray, memoryview)):
        return base64.b64encode(bytes(value)).decode("ascii")
    if isinstance(value, dict):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset, range)):
        return [plain(item) for item in value]
    if hasattr(value, "to_dict") and hasattr(value, "columns"):
        return plain(value.to_dict("records"))
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    raise TypeError(f"a {type(value).__name__} cannot cross to C#; share a number, text, list, dict, bytes or numpy array")


def find(name):
    if name not in variables:
        raise NameError(f"name '{name}' is not defined")
    return variables[name]


def look(value):
    """What a value looks like, by MIME type."""
    formats = {"text/plain": repr(value)}
    for method, mime_type in (("_repr_html_", "text/html"), ("_repr_svg_", "image/svg+xml"), ("_repr_png_", "image/png")):
        draw = None if isinstance(value, type) else getattr(value, method, None)
        drawn = draw() if callable(draw) else None
        if drawn is not None:
            formats[mime_type] = base64.b64encode(drawn).decode("ascii") if isinstance(drawn, bytes) else drawn
    return formats


def run(request):
    global runs
    runs += 1
    code, name = request["code"], f"<python {runs}>"
    linecache.cache[name] = (len(code), None, code.splitlines(True), name)
    tree = ast.parse(code, name)
    last = ast.Expression(tree.body.pop().value) if tree.body and isinstance(tree.body[-1], ast.Expr) else None
    exec(compile(tree, name, "exec"), variables)
    # As in Python notebooks, a semicolon after the last expression hides its value.
    value = eval(compile(last, name, "eval"), variables) if last else None
    if value is None or code.rstrip().endswith(";"):
        return {}
    variables["_"] = value
    return {"formats": look(value)}


def get(request):
    value = find(request["name"])
    kind = "bytes" if isinstance(value, (bytes, bytearray)) or str(getattr(value, "dtype", "")) == "uint8" and getattr(value, "ndim", 0) == 1 else "json"
    if kind == "bytes" and hasattr(value, "tobytes"):
        value = value.tobytes()
    return {"kind": kind, "value": plain(value)}


def get_bytes(request):
    value = find(request["name"])
    raw = value.tobytes() if hasattr(value, "tobytes") else bytes(value)
    return {"value": base64.b64encode(raw).decode("ascii"), "shape": list(getattr(value, "shape", [len(raw)]))}


def set_value(request):
    variables[request["name"]] = json.loads(request["value"])
    return {}


def set_bytes(request):
    raw, shape = base64.b64decode(request["value"]), request["shape"]
    try:
        import numpy
        variables[request["name"]] = numpy.frombuffer(bytearray(raw), dtype=request["dtype"]).reshape(shape or (-1,))
    except ImportError:
        if shape and len(shape) > 1 or request["dtype"] != "uint8":
            raise ImportError("arrays need numpy; install it (Debian: apt install python3-numpy) or share bytes")
        variables[request["name"]] = bytearray(raw)
    return {}


def reset(request):
    for name in [name for name in variables if not name.startswith("__")]:
        del variables[name]
    return {}


operations = {"run": run, "get": get, "get_bytes": get_bytes, "set": set_value, "set_bytes": set_bytes, "reset": reset}


def failure(error):
    trace, line = error.__traceback__, 0
    while trace is not None and not trace.tb_frame.f_code.co_filename.startswith("<python "):
        trace = trace.tb_next
    step = trace
    while step is not None:
        if step.tb_frame.f_code.co_filename == f"<python {runs}>":
            line = step.tb_lineno
        step = step.tb_next
    if isinstance(error, SyntaxError):
        line = error.lineno or 0
    text = "".join(traceback.format_exception(type(error), error, trace)).replace(f'File "<python {runs}>"', "cell")
    return {"name": type(error).__name__, "message": str(error), "line": line, "traceback": text.rstrip("\n").split("\n")}


waiting = queue.Queue()


def read_requests():
    for line in requests_in:
        waiting.put(line)
    os._exit(0)  # the program that drives us has ended


threading.Thread(target=read_requests, daemon=True).start()
signal.signal(signal.SIGINT, signal.SIG_IGN)
send({"ready": sys.version.split()[0]})
while True:
    request = json.loads(waiting.get())
    answer = {"id": request["id"]}
    try:
        try:
            signal.signal(signal.SIGINT, signal.default_int_handler)
            answer.update(operations[request["op"]](request))
        finally:
            signal.signal(signal.SIGINT, signal.SIG_IGN)
    except SystemExit as ended:
        answer["error"] = failure(ended)
    except BaseException as error:
        answer["error"] = failure(error)
    sys.stdout.flush()
    sys.stderr.flush()
    if request["op"] == "run":
        drained.clear()
        os.write(1, END_OF_REQUEST)
        drained.wait(2)
    send(answer)
