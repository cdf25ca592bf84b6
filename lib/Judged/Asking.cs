using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace Judged;

/// <summary>
/// The judged side of questions to the judge. As long as nothing is asked with <see cref="Start"/>, whoever asks reads the answer
/// itself; from the first such question on, one thread reads everything that comes.
/// </summary>
internal static class Asking
{
    private static readonly Lock Gate = new();
    private static readonly ConcurrentDictionary<long, TaskCompletionSource<long>> Open = new();
    private static readonly BlockingCollection<(FrameKind, byte[])> Requests = [];
    private static Frames? _frames;
    private static bool _reading;
    private static long _number;

    public static void Over(Frames frames) => _frames = frames;

    public static long Read(int argument, long index) => Wait(AskKind.Read, argument, index);

    public static void Write(int argument, long index, long value)
    {
        lock (Gate) Send(new Question(0, AskKind.Write, argument, index, value));
    }

    public static long Call(int argument, long with) => Wait(AskKind.Call, argument, with);

    public static Task<long> Start(int argument, long with)
    {
        TaskCompletionSource<long> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Gate)
        {
            StartReading();
            Open[++_number] = answer;
            Send(new Question(_number, AskKind.Start, argument, with, 0));
        }
        return answer.Task;
    }

    /// <summary>The judge's next request that is no answer.</summary>
    public static (FrameKind Kind, byte[] Content) NextRequest()
    {
        if (!_reading) return _frames!.Read();
        return Requests.TryTake(out var request, Timeout.Infinite) ? request : throw new EndOfStreamException();
    }

    public static void Reply(FrameKind kind, ReadOnlySpan<byte> content)
    {
        lock (Gate) _frames!.Write(kind, content);
    }

    private static long Wait(AskKind kind, int argument, long index)
    {
        if (_reading) return StartAndWait(kind, argument, index);
        lock (Gate)
        {
            long number = ++_number;
            Send(new Question(number, kind, argument, index, 0));
            var (answered, value) = Answer(_frames!.Read());
            return answered == number ? value : throw new InvalidDataException("The judge answered another question.");
        }
    }

    private static long StartAndWait(AskKind kind, int argument, long index)
    {
        TaskCompletionSource<long> answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (Gate)
        {
            Open[++_number] = answer;
            Send(new Question(_number, kind, argument, index, 0));
        }
        return answer.Task.GetAwaiter().GetResult();
    }

    private static void Send(Question question) => _frames!.Write(FrameKind.Ask, question.Encode());

    private static (long Number, long Value) Answer((FrameKind Kind, byte[] Content) frame) => frame is (FrameKind.Answer, { Length: 16 } content)
        ? (BinaryPrimitives.ReadInt64LittleEndian(content), BinaryPrimitives.ReadInt64LittleEndian(content.AsSpan(8)))
        : throw new InvalidDataException("The judge owed an answer.");

    private static void StartReading()
    {
        if (_reading) return;
        _reading = true;
        new Thread(ReadAll) { IsBackground = true, Name = "answers" }.Start();
    }

    private static void ReadAll()
    {
        try
        {
            while (true)
            {
                var frame = _frames!.Read();
                if (frame.Kind != FrameKind.Answer)
                {
                    Requests.Add(frame);
                    continue;
                }
                var (number, value) = Answer(frame);
                if (Open.TryRemove(number, out var waiting)) waiting.SetResult(value);
            }
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException) { Requests.CompleteAdding(); }
    }
}
