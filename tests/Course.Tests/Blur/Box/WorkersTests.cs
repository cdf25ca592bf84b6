using Course.Blur.Box;
using Course.Images;

namespace Course.Tests.Blur.Box;

/// <summary>Several cores give what one gives, in place too, from many threads at once, and end when cancelled.</summary>
public class WorkersTests
{
    private static readonly BoxBlurOptions s_all = new() { Workers = 0 };

    [Theory]
    [InlineData(1, BoxBorder.Replicate)]
    [InlineData(1, BoxBorder.InteriorOnly)]
    [InlineData(2, BoxBorder.Wrap)]
    [InlineData(15, BoxBorder.Reflect)]
    [InlineData(50, BoxBorder.Constant)]
    [InlineData(70, BoxBorder.Reflect101)]
    public void AllCoresGiveTheSameBytes(int radius, BoxBorder border)
    {
        Plane<byte> source = Noise(1501, 1203);
        Plane<byte> one = source.Copy(), all = source.Copy(), inPlace = source.Copy();
        BoxBlur.Blur(source, one, radius, new() { Border = border });
        for (int call = 0; call < 5; call++)
        {
            BoxBlur.Blur(source, all, radius, s_all with { Border = border });
            Assert.True(one.Span.SequenceEqual(all.Span));
        }
        BoxBlur.Blur(inPlace, inPlace, radius, s_all with { Border = border });
        Assert.True(one.Span.SequenceEqual(inPlace.Span));
    }

    [Fact]
    public void ManyThreadsMayBlurAtOnce()
    {
        Plane<byte> source = Noise(1024, 1100), wanted = new(1024, 1100);
        BoxBlur.Blur(source, wanted, 3);
        var threads = new Thread[6];
        int wrong = 0;
        for (int i = 0; i < threads.Length; i++)
        {
            threads[i] = new Thread(() =>
            {
                var own = new Plane<byte>(1024, 1100);
                for (int call = 0; call < 20; call++)
                {
                    BoxBlur.Blur(source, own, 3, s_all);
                    if (!own.Span.SequenceEqual(wanted.Span)) Interlocked.Increment(ref wrong);
                    own.Span.Clear();
                }
            });
            threads[i].Start();
        }
        foreach (Thread thread in threads) thread.Join();
        Assert.Equal(0, wrong);
    }

    [Fact]
    public void CancellingEndsEveryCore()
    {
        Plane<byte> source = Noise(3000, 3000), destination = new(3000, 3000);
        using var cancel = new CancellationTokenSource();
        BoxBlurOptions options = s_all with { Cancellation = cancel.Token };
        var canceller = new Thread(() =>
        {
            Thread.Sleep(5);
            cancel.Cancel();
        });
        canceller.Start();
        void BlurForEver()
        {
            while (true) BoxBlur.Blur(source, destination, 100, options);
        }

        Assert.Throws<OperationCanceledException>(BlurForEver);
        canceller.Join();
        BoxBlur.Blur(source, destination, 1, s_all);
    }

    [Fact]
    public void NothingIsAllocatedWithAllCores()
    {
        Plane<byte> source = Noise(1024, 1100), destination = new(1024, 1100);
        long least = Enumerable.Range(0, 5).Min(_ =>
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int call = 0; call < 20; call++) BoxBlur.Blur(source, destination, 1, s_all);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        Assert.Equal(0, least);
    }

    private static Plane<byte> Noise(int width, int height)
    {
        var plane = new Plane<byte>(width, height);
        new Random(5).NextBytes(plane.Span);
        return plane;
    }
}
