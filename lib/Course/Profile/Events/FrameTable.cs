using Microsoft.Diagnostics.Tracing.Etlx;

namespace Course.Profile.Events;

/// <summary>Reads the stacks of a log: each address is looked up once.</summary>
public sealed class FrameTable : IDisposable
{
    private readonly Dictionary<CodeAddressIndex, Frame> _frames = [];
    private readonly SourceLines _lines = new();

    /// <summary>The calls from the innermost outwards; empty where the event came without a stack.</summary>
    public IEnumerable<Frame> Stack(TraceCallStack? stack)
    {
        for (; stack is not null; stack = stack.Caller) yield return this[stack.CodeAddress];
    }

    public Frame this[TraceCodeAddress address] =>
        _frames.TryGetValue(address.CodeAddressIndex, out Frame? known) ? known : _frames[address.CodeAddressIndex] = Look(address);

    public void Dispose() => _lines.Dispose();

    private Frame Look(TraceCodeAddress address)
    {
        TraceMethod? method = address.Method;
        if (method is null) return new Frame(address.ModuleName is { Length: > 0 } module ? $"[{module}]" : "[unknown]", address.ModuleName ?? "", null);
        string path = method.MethodModuleFile?.FilePath ?? "";
        return new Frame(FrameName.Readable(method.FullMethodName), method.MethodModuleFile?.Name ?? "", _lines.Find(path, method.MethodToken, address.ILOffset));
    }
}
