using System.Buffers.Binary;
using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;

namespace Judged;

/// <summary>The judged side: loads one assembly and calls one method as often as the judge asks. It decides nothing.</summary>
internal sealed class JudgedHost(Frames frames)
{
    /// <summary>The longest frame either side accepts.</summary>
    public const int MostBytes = 64 << 20;

    private const int LongestMessage = 2000;

    private JudgedMethod? _method;
    private object?[] _arguments = [];

    /// <summary>Serves until the judge closes its end.</summary>
    public void Serve()
    {
        Asking.Over(frames);
        while (true)
        {
            var (kind, content) = Asking.NextRequest();
            try
            {
                switch (kind)
                {
                    case FrameKind.Load: Load(content); break;
                    case FrameKind.Take: _arguments = ValueReader.Read(content); break;
                    case FrameKind.Gather: Gather(); break;
                    case FrameKind.Run: Run(RunOptions.Decode(content)); break;
                    default: throw new InvalidDataException($"The judge sent {kind}.");
                }
            }
            catch (Exception thrown) when (thrown is not EndOfStreamException)
            {
                Exception cause = thrown is TargetInvocationException { InnerException: { } inner } ? inner : thrown;
                Asking.Reply(FrameKind.Threw, Encoding.UTF8.GetBytes(Message(cause)));
            }
        }
    }

    /// <summary>Four bytes: the length of a text; the method's name and, in the next line, its types; the assembly.</summary>
    private void Load(byte[] content)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(content);
        string[] method = Encoding.UTF8.GetString(content, 4, length).Split('\n');
        using var image = new MemoryStream(content, 4 + length, content.Length - 4 - length);
        _method = new JudgedMethod(AssemblyLoadContext.Default.LoadFromStream(image), method[0], method[1]);
        Asking.Reply(FrameKind.Loaded, Encoding.UTF8.GetBytes(_method.Signature));
    }

    private static void Gather()
    {
        Cores.Gather();
        Asking.Reply(FrameKind.Gathered, []);
    }

    private void Run(RunOptions options)
    {
        JudgedMethod method = _method ?? throw new InvalidDataException("Nothing is loaded.");
        object? before = method.Result;
        Cores.Release();
        long bytes = Repeat(method, options);
        if (before is Array { Length: > 0 } && ReferenceEquals(before, method.Result) && !_arguments.Contains(before))
            throw new InvalidOperationException("it returned the same array as the call before, whose result it overwrites.");
        byte[] values = ValueWriter.Write([method.Result, .. _arguments.Select((argument, i) => options.OutputsOnly && (options.Outputs >> i & 1) == 0 ? null : Sendable(argument))], counted: false);
        var content = new byte[8 + values.Length];
        BinaryPrimitives.WriteInt64LittleEndian(content, bytes);
        values.CopyTo(content, 8);
        Asking.Reply(FrameKind.Done, content);
    }

    /// <summary>Allocated bytes of all threads together. Not inlined, so that the compiler moves nothing across the readings.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private long Repeat(JudgedMethod method, RunOptions options)
    {
        var stirring = new Stirring(_arguments, options.Stir, options.Outputs, options.Secret);
        object?[] arguments = _arguments;
        long before = GC.GetTotalAllocatedBytes(precise: true);
        for (int i = 0; i < options.Repeats; i++)
        {
            stirring.Apply(options.FirstStep + i);
            method.Call(arguments);
        }
        return GC.GetTotalAllocatedBytes(precise: true) - before;
    }

    /// <summary>What stays with the judge goes back as nothing.</summary>
    private static object? Sendable(object? argument) => argument switch
    {
        Delegate => null,
        CountedGrid { Pixels: null } or CountedArray { Elements: null } => null,
        _ => argument,
    };

    private string Message(Exception cause)
    {
        // Before there is a method, only this class has something to say.
        string text = _method is null ? cause.Message : $"{cause.GetType().Name}{Where(cause)}: {cause.Message}";
        return text.Length <= LongestMessage ? text : text[..LongestMessage];
    }

    /// <summary>The line of the cell, counted from 1; nothing where the assembly was compiled without symbols.</summary>
    private string Where(Exception cause)
    {
        try
        {
            StackFrame? own = new StackTrace(cause, fNeedFileInfo: true).GetFrames()
                .FirstOrDefault(frame => frame.GetMethod()?.Module.Assembly == _method?.Assembly && frame.GetFileLineNumber() > 0);
            return own is null ? "" : $" in line {own.GetFileLineNumber()}";
        }
        catch (Exception)
        {
            // The exception itself matters more than its line, and memory may have run out.
            return "";
        }
    }
}
