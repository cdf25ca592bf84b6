using System.Text.Json;
using System.Text.Json.Nodes;

namespace Python;

/// <summary>
/// One python3 process that keeps its variables between calls, for cells, benchmarks and comparisons alike. Calls may come from any
/// thread and wait for each other. The process starts at the first call and ends with the program.
/// </summary>
public sealed class PythonProcess : IDisposable
{
    private readonly Lock _gate = new();
    private readonly Func<PythonInterpreter?> _find;
    private PythonConnection? _connection;

    public PythonProcess() : this(PythonInterpreter.Find)
    {
    }

    internal PythonProcess(Func<PythonInterpreter?> find) => _find = find;

    /// <summary>The one that notebook cells and the library share.</summary>
    public static PythonProcess Shared { get; } = new();

    /// <summary>The interpreter in use; null where the machine has none.</summary>
    public PythonInterpreter? Interpreter => _find();

    /// <summary>Runs code; its last expression, unless a semicolon follows, is the result.</summary>
    /// <param name="output">Receives "stdout" or "stderr" and a piece of text while the code runs.</param>
    /// <param name="limit">After this time the code is interrupted.</param>
    /// <exception cref="PythonException">The code raised an exception; KeyboardInterrupt when it was interrupted.</exception>
    /// <exception cref="PythonMissingException">There is no python3.</exception>
    /// <exception cref="PythonStoppedException">The process crashed, or did not react to the interrupt and was ended.</exception>
    public PythonResult Run(string code, Action<string, string>? output = null, TimeSpan? limit = null, CancellationToken interrupt = default)
    {
        JsonObject answer = Ask("run", new() { ["code"] = code }, output, limit, interrupt);
        return new(answer["formats"]?.AsObject().ToDictionary(format => format.Key, format => format.Value!.GetValue<string>()) ?? []);
    }

    /// <summary>A variable: a number, text, list, dict or numpy array, as a .NET type that has its shape.</summary>
    /// <exception cref="JsonException">The value does not fit <typeparamref name="T"/>.</exception>
    /// <exception cref="PythonException">There is no such variable, or its value cannot leave Python.</exception>
    public T? Get<T>(string name) => Get(name) is { } value ? value.Deserialize<T>(PythonNumbers.FromPython) : default;

    /// <summary>A variable as JSON; NaN and infinities as their names, bytes in base64.</summary>
    public JsonNode? Get(string name) => Ask("get", new() { ["name"] = name })["value"]?.DeepClone();

    /// <summary>The bytes of a <c>bytes</c> object or numpy array, in memory order.</summary>
    public byte[] GetBytes(string name) => Convert.FromBase64String(Ask("get_bytes", new() { ["name"] = name })["value"]!.GetValue<string>());

    /// <summary>Whether the variable is <c>bytes</c> or a one-dimensional array of them.</summary>
    public bool IsBytes(string name) => Ask("get", new() { ["name"] = name })["kind"]!.GetValue<string>() == "bytes";

    /// <summary>Sets a variable to a number, text, list or dict; a byte array becomes what <see cref="SetBytes"/> makes of it.</summary>
    public void Set(string name, object? value)
    {
        if (value is byte[] bytes) SetBytes(name, bytes);
        else Ask("set", new() { ["name"] = name, ["value"] = JsonSerializer.Serialize(value, PythonNumbers.ToPython) });
    }

    /// <summary>Sets a variable to a numpy array of unsigned bytes, as a picture of shape <c>[height, width]</c>; without numpy and shape, to a bytearray.</summary>
    public void SetBytes(string name, ReadOnlySpan<byte> bytes, params int[] shape) => SetArray(name, "uint8", bytes, shape);

    /// <summary>Sets a variable to a numpy array of doubles.</summary>
    public void SetDoubles(string name, ReadOnlySpan<double> values, params int[] shape) =>
        SetArray(name, "float64", System.Runtime.InteropServices.MemoryMarshal.AsBytes(values), shape);

    /// <summary>Forgets all variables.</summary>
    public void Reset()
    {
        lock (_gate)
            if (_connection is not null) Ask("reset", []);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _connection?.Dispose();
            _connection = null;
        }
    }

    private void SetArray(string name, string dtype, ReadOnlySpan<byte> bytes, int[] shape) => Ask("set_bytes", new()
    {
        ["name"] = name,
        ["dtype"] = dtype,
        ["value"] = Convert.ToBase64String(bytes),
        ["shape"] = new JsonArray([.. shape.Select(size => JsonValue.Create(size))]),
    });

    private JsonObject Ask(string operation, JsonObject request, Action<string, string>? output = null, TimeSpan? limit = null, CancellationToken interrupt = default)
    {
        lock (_gate)
        {
            if (_connection is null or { IsAlive: false })
            {
                _connection?.Dispose();
                _connection = PythonConnection.Open(_find() ?? throw new PythonMissingException());
            }
            request["op"] = operation;
            return _connection.Ask(request, output, limit ?? Timeout.InfiniteTimeSpan, interrupt);
        }
    }
}
