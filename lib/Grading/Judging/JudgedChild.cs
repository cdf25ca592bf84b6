using System.Buffers.Binary;
using System.Text;
using Checks;
using Grading.Children;
using Judged;

namespace Grading.Judging;

/// <summary>One process that holds one form of an answer and runs it on request.</summary>
internal sealed class JudgedChild : IDisposable
{
    private readonly ChildProcess _process;
    private readonly ChildLimits _limits;
    private readonly Lock _writing = new();
    private int? _innermost;

    private JudgedChild(ChildProcess process, ChildLimits limits) => (_process, _limits) = (process, limits);

    /// <summary>The method as the child found it.</summary>
    public string Signature { get; private set; } = "";

    /// <summary>What the process has used of the processor, read from outside.</summary>
    /// <exception cref="ChildEndedException">It is gone.</exception>
    public TimeSpan ProcessorTime => Request(() => CpuClock.Of(_innermost ??= CpuClock.InnermostOf(_process.Id)));

    /// <exception cref="JudgedThrewException">The method that the exercise asks for is not there.</exception>
    /// <exception cref="ChildEndedException">The child did not get that far.</exception>
    /// <param name="types">What the method takes and returns, where several have its name; see <see cref="JudgedMethod.TypesOf"/>.</param>
    public static JudgedChild Start(ILauncher launcher, byte[] image, string entry, ChildLimits limits, string types = "")
    {
        var child = new JudgedChild(ChildProcess.Start(launcher, typeof(JudgedHost).Assembly.Location, limits), limits);
        try
        {
            byte[] name = Encoding.UTF8.GetBytes($"{entry}\n{types}"), content = new byte[4 + name.Length + image.Length];
            BinaryPrimitives.WriteInt32LittleEndian(content, name.Length);
            name.CopyTo(content, 4);
            image.CopyTo(content, 4 + name.Length);
            child.Signature = child.Request(() =>
            {
                child.Write(FrameKind.Load, content);
                return Encoding.UTF8.GetString(child.Expect(FrameKind.Loaded));
            });
            return child;
        }
        catch
        {
            child.Dispose();
            throw;
        }
    }

    public bool HasEnded => _process.HasEnded;

    public RunReply CallOnce(Call call)
    {
        Take(call.Arguments, counted: false);
        return Run(new RunOptions(1), new Answers(call.Arguments));
    }

    /// <param name="counted">Grids and counted arrays stay here, and the child asks for every element.</param>
    public void Take(IReadOnlyList<object?> arguments, bool counted) =>
        Request(() =>
        {
            Write(FrameKind.Take, ValueWriter.Write(arguments, counted));
            return true;
        });

    /// <summary>Has a thread ready on each core, for a parallel run that follows at once.</summary>
    public void Gather() => Request(() =>
    {
        Write(FrameKind.Gather, []);
        return Expect(FrameKind.Gathered);
    });

    /// <exception cref="JudgedThrewException">The method threw.</exception>
    /// <exception cref="ChildEndedException">The child ended, took too long or broke the protocol.</exception>
    public RunReply Run(RunOptions options, Answers? answers = null) => Request(() =>
    {
        Write(FrameKind.Run, options.Encode());
        byte[] content = Expect(FrameKind.Done, answers);
        if (content.Length < 8) throw new InvalidDataException("A result is missing.");
        object?[] values = ValueReader.Read(content.AsSpan(8));
        if (values.Length == 0) throw new InvalidDataException("A result is missing.");
        return new RunReply(values[0], values[1..], BinaryPrimitives.ReadInt64LittleEndian(content));
    });

    public void Dispose() => _process.Dispose();

    private byte[] Expect(FrameKind kind, Answers? answers = null)
    {
        while (true)
        {
            var (got, content) = _process.Frames.Read();
            if (got == kind) return content;
            if (got == FrameKind.Threw) throw new JudgedThrewException(Encoding.UTF8.GetString(content));
            if (got != FrameKind.Ask || answers is null) throw new InvalidDataException($"The child sent {got} where {kind} was due.");
            answers.Answer(Question.Decode(content), (number, value) => Write(FrameKind.Answer, Question.EncodeAnswer(number, value)));
        }
    }

    private void Write(FrameKind kind, byte[] content)
    {
        lock (_writing) _process.Frames.Write(kind, content);
    }

    private T Request<T>(Func<T> exchange)
    {
        try
        {
            using (_process.Begin()) return exchange();
        }
        catch (InvalidDataException broken)
        {
            _process.Kill();
            throw new ChildEndedException(ChildEnd.Closed, broken.Message, broken);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            throw new ChildEndedException(_process.WhyItEnded(), Say(_process.WhyItEnded()), gone);
        }
    }

    private string Say(ChildEnd end) => end switch
    {
        ChildEnd.Timeout => $"It took longer than {_limits.Time.TotalSeconds:0.#} s and was stopped.",
        ChildEnd.Memory => $"It used more memory than {_limits.MemoryBytes >> 20} MB.",
        ChildEnd.StackOverflow => "Its stack overflowed: a call that calls itself without end.",
        ChildEnd.Output => "It wrote without end.",
        ChildEnd.Crash => "Its process crashed.",
        _ => "Its process ended in the middle of the work.",
    };
}
