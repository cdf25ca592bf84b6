namespace Grading.Compiling;

/// <summary>
/// What an answer may name of other people's code: whole namespaces, types, or single members of a type. Everything else is forbidden:
/// files, network, processes, reflection, interop, raw memory, the collector, threads unless the exercise is about them, and whatever
/// could carry an answer from one call to the next.
/// </summary>
/// <param name="extra">What the exercise allows beside that.</param>
internal sealed class AllowList(IEnumerable<string> extra)
{
    private static readonly string[] Namespaces =
    [
        "System.Collections", "System.Collections.Generic", "System.Collections.Immutable", "System.Collections.Concurrent", "System.Collections.Frozen",
        "System.Linq", "System.Numerics", "System.Runtime.Intrinsics", "System.Runtime.Intrinsics.X86", "System.Runtime.Intrinsics.Arm", "Judged",
    ];

    private static readonly string[] Types =
    [
        .. "Object ValueType Enum String Char Boolean Byte SByte Int16 UInt16 Int32 UInt32 Int64 UInt64 Int128 UInt128 IntPtr UIntPtr Half Single Double Decimal Void".Split(' ').Select(System),
        .. "Math MathF Array Span ReadOnlySpan Memory ReadOnlyMemory MemoryExtensions ArraySegment Index Range Nullable Func Action Predicate Comparison Converter".Split(' ').Select(System),
        .. "Tuple ValueTuple TupleExtensions IDisposable IAsyncDisposable IEquatable IComparable IFormattable IFormatProvider ICloneable IConvertible IParsable ISpanParsable IUtf8SpanParsable".Split(' ').Select(System),
        .. "EventArgs EventHandler HashCode Random Convert BitConverter StringComparer StringComparison StringSplitOptions MidpointRounding Lazy TimeSpan DateTime DateTimeOffset DateOnly TimeOnly Guid".Split(' ').Select(System),
        .. "FlagsAttribute ObsoleteAttribute ParamArrayAttribute IProgress IObserver IObservable Attribute".Split(' ').Select(System),
        "System.Buffers.SearchValues", "System.Buffers.IMemoryOwner", "System.Buffers.ArrayBufferWriter",
        "System.Buffers.IBufferWriter", "System.Buffers.SpanAction", "System.Buffers.OperationStatus",
        "System.Text.StringBuilder", "System.Text.Rune", "System.Text.CompositeFormat", "System.Globalization.CultureInfo", "System.Globalization.NumberStyles",
        "System.Globalization.NumberFormatInfo", "System.Diagnostics.Stopwatch", "System.Diagnostics.UnreachableException",
        "System.Runtime.CompilerServices.MethodImplAttribute", "System.Runtime.CompilerServices.MethodImplOptions", "System.Runtime.CompilerServices.DefaultInterpolatedStringHandler",
        "System.Runtime.CompilerServices.IsExternalInit", "System.Runtime.CompilerServices.InlineArrayAttribute", "System.Runtime.CompilerServices.CollectionBuilderAttribute",
        "System.Diagnostics.CodeAnalysis.NotNullWhenAttribute", "System.Threading.CancellationToken", "System.Threading.Interlocked", "System.Threading.Volatile", "System.Threading.Lock",
    ];

    private static readonly string[] Members =
    [
        "System.Console.Write", "System.Console.WriteLine", "System.Environment.NewLine", "System.Environment.ProcessorCount", "System.Buffer.BlockCopy",
        "System.Diagnostics.Debug.Assert", "System.Runtime.InteropServices.MemoryMarshal.Cast", "System.Runtime.InteropServices.MemoryMarshal.AsBytes",
        "System.Runtime.InteropServices.CollectionsMarshal.AsSpan", "System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrAddDefault",
        "System.Runtime.InteropServices.CollectionsMarshal.GetValueRefOrNullRef", "System.Delegate.Combine", "System.Delegate.Remove",
    ];

    /// <summary>Types of allowed namespaces that start threads all the same.</summary>
    private static readonly HashSet<string> NeverTypes = ["System.Linq.ParallelEnumerable", "System.Linq.ParallelQuery", "System.Linq.OrderedParallelQuery"];

    /// <summary>Members of allowed types that reach raw memory or the runtime all the same, or keep something behind the call.</summary>
    private static readonly HashSet<string> Never =
    [
        "System.Object.GetType", "System.Exception.GetType", "System.Exception.TargetSite", "System.Array.CreateInstance", "System.Array.CreateInstanceFromArrayType",
        "System.Enum.GetType", "System.Memory.Pin", "System.ReadOnlyMemory.Pin", "System.Span.GetPinnableReference", "System.ReadOnlySpan.GetPinnableReference",
        "System.Convert.ChangeType", "System.Lazy.GetType", "System.String.Intern", "System.String.IsInterned",
        "System.Globalization.CultureInfo.CurrentCulture", "System.Globalization.CultureInfo.CurrentUICulture",
        "System.Threading.Thread.CurrentThread", "System.Threading.Tasks.Task.CurrentId", "System.Threading.Tasks.Task.Id",
        "System.Globalization.CultureInfo.DefaultThreadCurrentCulture", "System.Globalization.CultureInfo.DefaultThreadCurrentUICulture",
    ];

    /// <summary>What exercise.json calls fields that keep a value from one call to the next.</summary>
    private const string StaticFieldsName = "static fields";

    private readonly HashSet<string> _allowed = [.. Namespaces, .. Types, .. Members, .. extra.SelectMany(WithWhatItTakes)];

    public bool AllowsStaticFields => _allowed.Contains(StaticFieldsName);

    public bool AllowsType(string space, string fullName) => NeverTypes.Contains(fullName)
        ? _allowed.Contains(fullName)
        : _allowed.Contains(space) || _allowed.Contains(fullName) || (space == "System" && fullName.EndsWith("Exception", StringComparison.Ordinal));

    public bool AllowsMember(string space, string typeName, string member)
    {
        string name = $"{typeName}.{member}";
        if (Never.Contains(name) || ReachesRawMemory(typeName, member)) return _allowed.Contains(name);
        return AllowsType(space, typeName) || _allowed.Contains(name);
    }

    /// <summary>True for a type that is not allowed as a whole but has members that are.</summary>
    public bool AllowsSomeOf(string typeName) => _allowed.Any(each => each.StartsWith(typeName + ".", StringComparison.Ordinal));

    /// <summary>Vector loads and stores by reference check no bounds.</summary>
    private static bool ReachesRawMemory(string typeName, string member) =>
        (typeName.StartsWith("System.Runtime.Intrinsics.", StringComparison.Ordinal) || typeName.StartsWith("System.Numerics.Vector", StringComparison.Ordinal)) &&
        (member.StartsWith("Load", StringComparison.Ordinal) || member.StartsWith("Store", StringComparison.Ordinal));

    /// <summary>Nobody starts a thread without a delegate for it, or awaits a task with ConfigureAwait without its awaitable.</summary>
    private static IEnumerable<string> WithWhatItTakes(string allowed) => allowed switch
    {
        "System.Threading.Thread" => [allowed, "System.Threading.ThreadStart", "System.Threading.ParameterizedThreadStart"],
        "System.Threading.Tasks" =>
        [
            allowed, .. "TaskAwaiter ValueTaskAwaiter ConfiguredTaskAwaitable ConfiguredValueTaskAwaitable YieldAwaitable".Split(' ').Select(name => "System.Runtime.CompilerServices." + name),
        ],
        _ => [allowed],
    };

    private static string System(string name) => "System." + name;
}
