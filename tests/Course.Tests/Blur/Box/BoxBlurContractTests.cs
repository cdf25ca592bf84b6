using Course.Blur.Box;
using Course.Images;
using Course.Tests.Measure;

namespace Course.Tests.Blur.Box;

public class BoxBlurContractTests
{
    private static readonly Plane<byte> s_image = new(40, 30);

    [Fact]
    public void EveryBadArgumentIsNamed()
    {
        var other = new Plane<byte>(40, 30);
        Assert.Throws<ArgumentNullException>("source", () => BoxBlur.Blur(null!, other, 1));
        Assert.Throws<ArgumentNullException>("destination", () => BoxBlur.Blur(other, null!, 1));
        Assert.Throws<ArgumentOutOfRangeException>("radius", () => BoxBlur.Blur(s_image, other, -1));
        Assert.Throws<ArgumentOutOfRangeException>("radius", () => BoxBlur.Blur(s_image, other, 1024));
        Assert.Throws<ArgumentException>("destination", () => BoxBlur.Blur(s_image, new Plane<byte>(40, 31), 1));
        Assert.Throws<ArgumentException>("source", () => BoxBlur.Blur(s_image, other, 1, new() { Channels = 3 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => BoxBlur.Blur(s_image, other, 1, new() { Channels = 5 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => BoxBlur.Blur(s_image, other, 1, new() { Channels = 0 }));
        Assert.Throws<ArgumentOutOfRangeException>("options", () => BoxBlur.Blur(s_image, other, 1, new() { Border = (BoxBorder)9 }));
        var outside = new BoxBlurOptions { Border = BoxBorder.Constant, BorderValue = 255.5 };
        Assert.Throws<ArgumentOutOfRangeException>("options", () => BoxBlur.Blur(s_image, other, 1, outside));
    }

    [Fact]
    public void MemoryThatIsTooShortIsNamed()
    {
        Assert.Throws<ArgumentException>("source", () => BoxBlur.Blur(new byte[99], 10, new byte[100], 10, 10, 10, 1));
        Assert.Throws<ArgumentException>("destination", () => BoxBlur.Blur(new byte[100], 10, new byte[99], 10, 10, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>("sourceStride", () => BoxBlur.Blur(new byte[100], 9, new byte[100], 10, 10, 10, 1));
        Assert.Throws<ArgumentOutOfRangeException>("height", () => BoxBlur.Blur(new byte[100], 9, new byte[100], 10, 10, -1, 1));
    }

    [Fact]
    public void PartialOverlapIsRefused()
    {
        var memory = new byte[2000];
        Assert.Throws<ArgumentException>("destination", () => BoxBlur.Blur(memory, 20, memory.AsSpan(1), 20, 20, 20, 1));
        Assert.Throws<ArgumentException>("destination", () => BoxBlur.Blur(memory, 20, memory, 25, 20, 20, 1));
        BoxBlur.Blur(memory.AsSpan(0, 400), 20, memory.AsSpan(400), 20, 20, 20, 1);
        BoxBlur.Blur(memory, 20, memory, 20, 20, 20, 1);
    }

    [Fact]
    public void ACancelledBlurSaysSo()
    {
        var options = new BoxBlurOptions { Cancellation = new CancellationToken(canceled: true) };
        Assert.Throws<OperationCanceledException>(() => BoxBlur.Blur(s_image, new Plane<byte>(40, 30), 1, options));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(100)]
    public void NothingIsAllocatedAfterTheFirstCall(int radius)
    {
        var destination = new Plane<byte>(40, 30);
        BoxBlur.Blur(s_image, destination, radius);
        Assert.Equal(0, AllocatedBytes.Of(() => { for (int call = 0; call < 20; call++) BoxBlur.Blur(s_image, destination, radius); }));
    }
}
