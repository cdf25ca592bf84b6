using Course.Traces;
using Judged;

namespace Grading.Judging;

/// <summary>
/// The judge's side of a run in which the child has to ask: the values lie here, so the accesses are known without asking the child
/// anything. Functions are called here, and how many are under way at once is counted here.
/// </summary>
internal sealed class Answers(IReadOnlyList<object?> arguments, int elementBytes = 1)
{
    private const long MostQuestions = 2_000_000;
    private const int MostUnderWay = 10_000;
    private const ulong Apart = 0x1000_0000;

    private readonly Lock _gate = new();
    private int _underWay;

    public Trace Trace { get; } = new();

    /// <summary>Reads, writes and calls.</summary>
    public long Operations { get; private set; }

    /// <summary>The most calls that were under way at once.</summary>
    public int Concurrency { get; private set; }

    /// <exception cref="InvalidDataException">A question that the child's own types never ask.</exception>
    public void Answer(Question question, Action<long, long> reply)
    {
        if (++Operations > MostQuestions) throw new InvalidDataException($"More than {MostQuestions:N0} accesses were made.");
        if (question.Argument < 0 || question.Argument >= arguments.Count) throw new InvalidDataException("A question is about no argument.");
        switch (question.Kind, arguments[question.Argument])
        {
            case (AskKind.Read, CountedGrid or CountedArray): reply(question.Number, Touch(question, AccessKind.Load)); break;
            case (AskKind.Write, CountedGrid or CountedArray): Touch(question, AccessKind.Store); break;
            case (AskKind.Call, Func<long, long> function): reply(question.Number, function(question.Index)); break;
            case (AskKind.Start, Func<long, Task<long>> service):
                lock (_gate) Concurrency = Math.Max(Concurrency, ++_underWay);
                if (_underWay > MostUnderWay) throw new InvalidDataException($"More than {MostUnderWay:N0} calls were under way at once.");
                _ = ServeAsync(service, question, reply);
                break;
            default: throw new InvalidDataException("A question does not fit its argument.");
        }
    }

    private long Touch(Question question, AccessKind kind)
    {
        object? argument = arguments[question.Argument];
        int length = argument is CountedGrid grid ? grid.Width * grid.Height : ((CountedArray)argument!).Length;
        if (question.Index < 0 || question.Index >= length) throw new InvalidDataException("A question is about no element.");
        Trace.Add(kind, Apart * (ulong)(question.Argument + 1) + (ulong)(question.Index * elementBytes), elementBytes);
        if (argument is CountedGrid { Pixels: { } pixels })
        {
            if (kind == AccessKind.Store) pixels[question.Index] = (byte)question.Value;
            return pixels[question.Index];
        }
        long[] elements = ((CountedArray)argument!).Elements!;
        if (kind == AccessKind.Store) elements[question.Index] = question.Value;
        return elements[question.Index];
    }

    private async Task ServeAsync(Func<long, Task<long>> service, Question question, Action<long, long> reply)
    {
        long value = await service(question.Index).ConfigureAwait(false);
        lock (_gate) _underWay--;
        try { reply(question.Number, value); }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException) { }
    }
}
