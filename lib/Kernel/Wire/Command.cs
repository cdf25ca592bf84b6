using System.Buffers.Binary;
using System.Text;

namespace Kernel.Wire;

/// <summary>A ZMTP command: a short name and its data.</summary>
public readonly record struct Command(string Name, ReadOnlyMemory<byte> Data)
{
    private const int PingTimeToLiveBytes = 2;

    /// <exception cref="WireException">The body holds no command name.</exception>
    public static Command Parse(byte[] body)
    {
        if (body.Length == 0 || body[0] == 0 || 1 + body[0] > body.Length) throw new WireException("a command without a name");
        return new Command(Encoding.ASCII.GetString(body, 1, body[0]), body.AsMemory(1 + body[0]));
    }

    public byte[] Encode() => [(byte)Name.Length, .. Encoding.ASCII.GetBytes(Name), .. Data.Span];

    /// <summary>READY tells the peer what kind of socket this is.</summary>
    public static Command Ready(string socketType)
    {
        List<byte> data = [];
        Append(data, "Socket-Type", Encoding.ASCII.GetBytes(socketType));
        if (socketType == "ROUTER") Append(data, "Identity", []);
        return new Command("READY", data.ToArray());
    }

    /// <summary>The answer to a PING, which is a time to live and a context to send back.</summary>
    /// <exception cref="WireException">The PING is too short.</exception>
    public Command Pong() => Data.Length < PingTimeToLiveBytes
        ? throw new WireException("a PING without its time to live")
        : new Command("PONG", Data[PingTimeToLiveBytes..]);

    /// <summary>The properties of a READY command; names are compared without case.</summary>
    /// <exception cref="WireException">A length points past the end.</exception>
    public Dictionary<string, byte[]> Properties()
    {
        Dictionary<string, byte[]> properties = new(StringComparer.OrdinalIgnoreCase);
        ReadOnlySpan<byte> rest = Data.Span;
        while (rest.Length > 0)
        {
            int nameLength = rest[0];
            if (rest.Length < 1 + nameLength + 4) throw new WireException("READY ends inside a property");
            string name = Encoding.ASCII.GetString(rest.Slice(1, nameLength));
            uint valueLength = BinaryPrimitives.ReadUInt32BigEndian(rest[(1 + nameLength)..]);
            rest = rest[(1 + nameLength + 4)..];
            if (valueLength > rest.Length) throw new WireException("READY ends inside a value");
            properties[name] = rest[..(int)valueLength].ToArray();
            rest = rest[(int)valueLength..];
        }

        return properties;
    }

    private static void Append(List<byte> data, string name, byte[] value)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, value.Length);
        data.Add((byte)name.Length);
        data.AddRange(Encoding.ASCII.GetBytes(name));
        data.AddRange(length);
        data.AddRange(value);
    }
}
