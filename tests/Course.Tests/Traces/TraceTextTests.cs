using System.IO.Compression;
using System.Text;
using Course.Traces;

namespace Course.Tests.Traces;

public sealed class TraceTextTests
{
    [Fact]
    public void Lackey_lines_of_all_kinds_are_read_and_others_skipped()
    {
        Trace trace = Read("==12== Lackey, an example Valgrind tool\nI  0400d7d4,8\n L 1fff000d50,8\nM 0421c7f0,4\n S fffffffffffffff0,14\r\nhello, world\n L 10,1 \n\n");
        Assert.Equal(
        [
            new Access(AccessKind.Instruction, 0x400d7d4, 8), new Access(AccessKind.Load, 0x1fff000d50, 8), new Access(AccessKind.Modify, 0x421c7f0, 4),
            new Access(AccessKind.Store, 0xfffffffffffffff0, 14), new Access(AccessKind.Load, 0x10, 1),
        ], trace.Accesses.ToArray());
    }

    [Theory]
    [InlineData(" L 10,1\n L 1g,4\n", 2)]
    [InlineData(" L 11112222333344445,4\n", 1)]
    [InlineData(" L 10,\n", 1)]
    [InlineData(" S 10,2147483648\n", 1)]
    [InlineData(" S 10,-4\n", 1)]
    [InlineData(" S ffffffffffffffff,1\n", 1)]
    [InlineData(" L 10,1\n\n M ffffffffffffff00,256\n", 3)]
    public void Broken_lackey_lines_are_named_by_number(string text, long line) =>
        Assert.Equal(line, Assert.Throws<TraceFormatException>(() => Read(text)).Line);

    [Theory]
    [InlineData("0 10\nx 20\n", 2)]
    [InlineData("0 10\n1\n", 2)]
    [InlineData("0 1g\n", 1)]
    [InlineData("r 10 4x\n", 1)]
    [InlineData("0 10\n# note\n1 ffffffffffffffff\n", 3)]
    public void Broken_din_lines_are_named_by_number(string text, long line) =>
        Assert.Equal(line, Assert.Throws<TraceFormatException>(() => Read(text, TraceFormat.Din)).Line);

    [Fact]
    public void Din_lines_are_read_with_and_without_size()
    {
        Trace trace = Read("0 7ff0\n1 0x10\n2 400\nw 20 16\nr 20 1\n", TraceFormat.Din);
        Assert.Equal(
        [
            new Access(AccessKind.Load, 0x7ff0, 4), new Access(AccessKind.Store, 0x10, 4), new Access(AccessKind.Instruction, 0x400, 4),
            new Access(AccessKind.Store, 0x20, 16), new Access(AccessKind.Load, 0x20, 1),
        ], trace.Accesses.ToArray());
    }

    [Fact]
    public void A_file_without_any_access_is_refused() => Assert.Throws<InvalidDataException>(() => Read("nothing\nof that kind\n"));

    [Fact]
    public void What_is_written_is_read_back_whatever_the_blocks()
    {
        var random = new Random(1);
        for (int round = 0; round < 20; round++)
        {
            var trace = new Trace();
            ushort image = trace.Define(new ArrayRegion("the image", 0x10000, 0x8000, 12, 96, [new ArrayField("x", 0, 4), new ArrayField("y z", 4, 8)]));
            for (int i = 0; i < 2000; i++)
            {
                if (i % 100 == 0) trace.EnterLoop(i % 300 == 0 ? null : $"loop {i % 7}");
                ulong address = random.Next(2) == 0 ? 0x10000 + (ulong)random.Next(0x8000) : (ulong)random.NextInt64() >> random.Next(63) | 1ul << 40;
                trace.Add((AccessKind)random.Next(4), address, 1 << random.Next(10), trace.FindArray(address));
            }
            using var text = new MemoryStream();
            TraceWriter.Write(trace, new KeepOpen(text));
            Trace back = TraceReader.Read(new DrippingStream(text.ToArray(), random));
            Assert.Equal(trace.Accesses.ToArray(), back.Accesses.ToArray());
            Assert.Equal(trace.Loops.Skip(1).Order(), back.Loops.Skip(1).Order());
            Assert.Equal("y z", back.Arrays[image].Fields![1].Name);
        }
    }

    [Fact]
    public void Gzip_is_recognised_by_its_first_bytes_and_a_cut_file_is_an_error()
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
            for (int i = 0; i < 50_000; i++) gzip.Write(Encoding.ASCII.GetBytes($" L {i * 977:x},8\n"));
        Assert.Equal(50_000, TraceReader.Read(new MemoryStream(zipped.ToArray())).Count);
        Assert.ThrowsAny<InvalidDataException>(() => TraceReader.Read(new MemoryStream(zipped.ToArray()[..(int)(zipped.Length / 2)])));
    }

    [Fact]
    public void No_text_makes_a_parser_do_anything_but_read_or_refuse()
    {
        var random = new Random(2);
        const string Letters = " LSMI0123456789abcfF,\n\r\t=xrw#";
        for (int round = 0; round < 600; round++)
        {
            char[] text = new char[random.Next(120)];
            for (int i = 0; i < text.Length; i++) text[i] = random.Next(50) == 0 ? (char)random.Next(256) : Letters[random.Next(Letters.Length)];
            string lines = " L 1000,8\n I  20,4\n" + new string(text);
            foreach (TraceFormat format in Enum.GetValues<TraceFormat>())
            {
                try
                {
                    Read(lines, format);
                }
                catch (Exception refused) when (refused is TraceFormatException or InvalidDataException)
                {
                }
            }
        }
    }

    [Fact]
    public void The_vector_parser_reads_what_the_careful_one_reads()
    {
        // A trailing blank takes a line off the fast path; otherwise the two texts are the same.
        var random = new Random(3);
        for (int round = 0; round < 200; round++)
        {
            var fast = new StringBuilder();
            var careful = new StringBuilder();
            for (int i = 0; i < 50; i++)
            {
                string address = ((ulong)random.NextInt64() >> random.Next(64)).ToString(random.Next(2) == 0 ? "x" : "X8");
                string line = $"{(random.Next(4) switch { 0 => " L ", 1 => " S ", 2 => " M ", _ => "I  " })}{address},{random.Next(200)}";
                fast.Append(line).Append('\n');
                careful.Append(line).Append(" \n");
            }
            Assert.Equal(Read(careful.ToString()).Accesses.ToArray(), Read(fast.ToString()).Accesses.ToArray());
        }
    }

    [Fact]
    public void The_vector_parser_of_din_reads_what_the_careful_one_reads()
    {
        var random = new Random(4);
        for (int round = 0; round < 200; round++)
        {
            var fast = new StringBuilder();
            var careful = new StringBuilder();
            for (int i = 0; i < 50; i++)
            {
                string address = ((ulong)random.NextInt64() >> random.Next(64)).ToString(random.Next(2) == 0 ? "x" : "X8");
                string line = $"{"0r1w2i"[random.Next(6)]} {(random.Next(9) == 0 ? "0x" : "")}{address}{(random.Next(2) == 0 ? "" : " " + random.Next(200))}";
                fast.Append(line).Append('\n');
                careful.Append(line).Append(" \n");
            }
            Assert.Equal(Read(careful.ToString(), TraceFormat.Din).Accesses.ToArray(), Read(fast.ToString(), TraceFormat.Din).Accesses.ToArray());
        }
    }

    private static Trace Read(string text, TraceFormat format = TraceFormat.Lackey) => TraceReader.Read(new MemoryStream(Encoding.Latin1.GetBytes(text)), format);

    /// <summary>Gives its bytes in pieces of random length, as a pipe does.</summary>
    private sealed class DrippingStream(byte[] bytes, Random random) : MemoryStream
    {
        private readonly MemoryStream _inner = new(bytes);

        public override int Read(Span<byte> buffer) => _inner.Read(buffer[..Math.Min(buffer.Length, random.Next(1, 700))]);

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));
    }

    private sealed class KeepOpen(MemoryStream inner) : MemoryStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => inner.Write(buffer);

        public override void Write(byte[] buffer, int offset, int count) => inner.Write(buffer, offset, count);
    }
}
