using Kernel.Wire;

namespace Kernel.Tests.Wire;

public class FrameTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(70_000)]
    public async Task Message_comes_back_as_it_was_written(int length)
    {
        byte[] body = new byte[length];
        Random.Shared.NextBytes(body);
        FrameReader reader = new(new MemoryStream(FrameWriter.Message([[1, 2], body])));

        Frame first = (await reader.ReadAsync(default))!.Value;
        Frame second = (await reader.ReadAsync(default))!.Value;

        Assert.Equal((true, false), (first.More, first.IsCommand));
        Assert.Equal((false, false), (second.More, second.IsCommand));
        Assert.Equal(body, second.Body);
        Assert.Null(await reader.ReadAsync(default));
    }

    [Theory]
    [InlineData(new byte[] { 8, 0 })]
    [InlineData(new byte[] { 5, 1, 0 })] // a command has no second part
    [InlineData(new byte[] { 2, 0x7f, 0, 0, 0, 0, 0, 0, 0 })] // a claimed length of 2^63 allocates nothing
    public async Task Broken_frame_is_a_wire_error(byte[] bytes) =>
        await Assert.ThrowsAsync<WireException>(async () => await new FrameReader(new MemoryStream(bytes)).ReadAsync(default));

    [Fact]
    public async Task Cut_frame_is_an_end_of_stream()
    {
        byte[] whole = FrameWriter.Message([new byte[300]]);
        for (int length = 1; length < whole.Length; length += 37)
        {
            FrameReader reader = new(new MemoryStream(whole[..length]));
            await Assert.ThrowsAsync<EndOfStreamException>(async () => await reader.ReadAsync(default));
        }
    }

    [Fact]
    public async Task Random_bytes_give_frames_or_the_two_documented_errors()
    {
        Random random = new(1);
        for (int round = 0; round < 20_000; round++)
        {
            byte[] bytes = new byte[random.Next(64)];
            random.NextBytes(bytes);
            if (bytes.Length > 0) bytes[0] &= 7;
            FrameReader reader = new(new MemoryStream(bytes));
            try
            {
                while (await reader.ReadAsync(default) is { } frame)
                    if (frame.IsCommand) _ = Command.Parse(frame.Body).Properties();
            }
            catch (Exception e) when (e is WireException or EndOfStreamException)
            {
            }
        }
    }

    [Fact]
    public void Ready_names_the_socket_type()
    {
        Command ready = Command.Parse(Command.Ready("ROUTER").Encode());

        Assert.Equal("READY", ready.Name);
        Assert.Equal("ROUTER"u8.ToArray(), ready.Properties()["socket-type"]);
    }

    [Fact]
    public void Signature_is_checked_and_an_empty_key_signs_nothing()
    {
        // RFC 4231, test case 2.
        MessageSignature signature = new("Jefe");
        byte[] right = signature.Of("what do ya want "u8.ToArray(), "for nothing?"u8.ToArray());

        Assert.Equal("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"u8.ToArray(), right);
        Assert.True(signature.Matches(right, "what do ya want for nothing?"u8.ToArray()));
        Assert.False(signature.Matches(right, "what do ya want for nothing!"u8.ToArray()));
        Assert.False(signature.Matches([], "what do ya want for nothing?"u8.ToArray()));
        Assert.True(new MessageSignature("").Matches([], [1]));
    }
}
