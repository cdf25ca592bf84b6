using Judged;

namespace Grading.Compiling;

/// <summary>
/// The compiler, in a process of its own with limits: a source can make a compiler run out of memory or of stack. No judged code runs here.
/// </summary>
internal static class CompilerChild
{
    /// <summary>A request: the source, what this exercise allows beside the usual, and whether lines are wanted.</summary>
    public static void Serve(Stream input, Stream output)
    {
        var frames = new Frames(input, output, JudgedHost.MostBytes);
        try
        {
            while (true)
            {
                var (_, content) = frames.Read();
                object?[] request = ValueReader.Read(content);
                CompiledAnswer answer = SubmissionCompiler.Compile((string)request[0]!, (string[])request[1]!, (bool)request[2]!);
                frames.Write(FrameKind.Done, ValueWriter.Write(
                    [answer.Image, answer.Errors.ToArray(), answer.Forbidden.ToArray(), answer.Fingerprint], counted: false));
            }
        }
        catch (EndOfStreamException) { }
    }
}
