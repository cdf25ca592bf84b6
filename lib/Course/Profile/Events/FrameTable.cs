using Display;
using Microsoft.Diagnostics.Tracing.Etlx;

namespace Course.Profile.Events;

/// <summary>Reads the stacks of a log: each address is looked up once.</summary>
/// <param name="atStart">Names for addresses that the log does not name itself.</param>
public sealed class FrameTable(MethodsAtStart? atStart = null) : IDisposable
{
    private const string CellClass = "Script.";

    private readonly Dictionary<CodeAddressIndex, Frame> _frames = [];
    private readonly SourceLines _lines = new();

    /// <summary>The calls from the innermost outwards; empty where the event came without a stack.</summary>
    public IEnumerable<Frame> Stack(TraceCallStack? stack)
    {
        for (; stack is not null; stack = stack.Caller) yield return this[stack.CodeAddress];
    }

    public Frame this[TraceCodeAddress address]
    {
        get
        {
            if (_frames.TryGetValue(address.CodeAddressIndex, out Frame? known)) return known;
            Frame frame = Look(address);
            // In a live stream the name of a method may come after its first sample.
            if (address.Method is not null) _frames[address.CodeAddressIndex] = frame;
            return frame;
        }
    }

    public void Dispose() => _lines.Dispose();

    private Frame Look(TraceCodeAddress address)
    {
        TraceMethod? method = address.Method;
        if (method is null) return atStart?.Find(address.Address, _lines) ?? new Frame(address.ModuleName is { Length: > 0 } module ? $"[{module}]" : "[unknown]", address.ModuleName ?? "", null);
        string path = method.MethodModuleFile?.FilePath ?? "";
        // Where the target ended first, modules that were loaded before the recording have no file in the log.
        if (atStart?.ModuleOf(method.FullMethodName) is { Length: > 0 } known) path = known;
        string assembly = Path.GetFileNameWithoutExtension(path), name = FrameName.Readable(method.FullMethodName);
        // What a cell declares is compiled into a class that nobody wrote.
        if (CellAssemblies.Find(assembly) is not null && name.StartsWith(CellClass, StringComparison.Ordinal)) name = name[CellClass.Length..];
        return new Frame(name, assembly, _lines.Find(path, method.MethodToken, address.ILOffset));
    }
}
