using Grading.Children;
using Judged;

namespace Grading.Compiling;

/// <summary>
/// The judge's side of the compiler: one child that compiles one source after the other, started anew when a source has ended it.
/// Dispose it to end the child. One caller at a time.
/// </summary>
public sealed class CompilerClient(ILauncher launcher) : IDisposable
{
    /// <summary>A longer source is no answer to any exercise.</summary>
    public const int LongestSource = 64 << 10;

    private readonly Lock _gate = new();
    private ChildProcess? _child;

    /// <summary>Starts the child before it is needed.</summary>
    public void WarmUp()
    {
        lock (_gate) _child ??= Start();
    }

    /// <param name="withLines">Not optimised, so that an exception names its line.</param>
    /// <exception cref="ChildEndedException">The source made the compiler fail.</exception>
    public CompiledAnswer Compile(string source, IReadOnlyList<string> allowed, bool withLines = false)
    {
        if (source.Length > LongestSource) return new CompiledAnswer(null, [$"An answer has at most {LongestSource:N0} characters; this one has {source.Length:N0}."], [], "");
        lock (_gate)
        {
            ChildProcess child = _child ??= Start();
            try
            {
                using (child.Begin())
                {
                    child.Frames.Write(FrameKind.Take, ValueWriter.Write([source, allowed.ToArray(), withLines], counted: false));
                    object?[] answer = ValueReader.Read(child.Frames.Read().Content);
                    return new CompiledAnswer((byte[]?)answer[0], (string[])answer[1]!, (string[])answer[2]!, (string)answer[3]!);
                }
            }
            catch (Exception broken) when (broken is IOException or InvalidDataException or InvalidCastException)
            {
                ChildEnd end = child.WhyItEnded();
                child.Dispose();
                _child = null;
                throw new ChildEndedException(end, "The compiler did not survive this source.", broken) { Said = child.Errors.Trim().Split('\n')[0] };
            }
        }
    }

    public void Dispose() => _child?.Dispose();

    private ChildProcess Start() => ChildProcess.Start(launcher, typeof(CompilerClient).Assembly.Location, ChildLimits.Compiler);
}
