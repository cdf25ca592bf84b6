using System.Runtime.CompilerServices;
using Course.Traces;

namespace Course.Tests.Traces;

public sealed class TraceTests
{
    [Fact]
    public void An_access_takes_sixteen_bytes() => Assert.Equal(16, Unsafe.SizeOf<Access>());

    [Fact]
    public void Accesses_come_back_in_order_with_their_array_and_loop()
    {
        var trace = new Trace(capacity: 0);
        ushort image = trace.Define(new ArrayRegion("image", Address: 0x1000, Bytes: 4096, ElementBytes: 1, PitchBytes: 64));
        for (int i = 0; i < 1000; i++)
        {
            trace.EnterLoop(i % 2 == 0 ? "rows" : "columns");
            trace.Add((AccessKind)(i % 3), 0x1000 + (ulong)i, i, image);
        }
        Assert.Equal(1000, trace.Count);
        for (int i = 0; i < 1000; i++)
            Assert.Equal(new Access(0x1000 + (ulong)i, i, image, (byte)(1 + i % 2), (AccessKind)(i % 3)), trace[i]);
        Assert.Equal(["(no loop)", "rows", "columns"], trace.Loops);
    }

    [Fact]
    public void Clearing_keeps_the_names()
    {
        var trace = new Trace();
        trace.Define(new ArrayRegion("a"));
        trace.Add(AccessKind.Load, 1, 1);
        trace.Clear();
        Assert.Equal(0, trace.Count);
        Assert.Equal(2, trace.Arrays.Count);
    }

    [Fact]
    public void An_address_finds_the_array_around_it()
    {
        var trace = new Trace();
        trace.Define(new ArrayRegion("a", 0x1000, 16));
        ushort b = trace.Define(new ArrayRegion("b", 0x1010, 16));
        Assert.Equal(b, trace.FindArray(0x101F));
        Assert.Equal(0, trace.FindArray(0x1020));
        Assert.Equal(0, trace.FindArray(0x0FFF));
    }

    [Fact]
    public void Loop_names_beyond_255_are_refused()
    {
        var trace = new Trace();
        for (int i = 0; i < 255; i++) trace.EnterLoop($"loop {i}");
        trace.EnterLoop("loop 7");
        Assert.Throws<InvalidOperationException>(() => trace.EnterLoop("one too many"));
    }
}
