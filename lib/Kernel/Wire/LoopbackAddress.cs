using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Kernel.Wire;

/// <summary>Where a connection file says that a channel listens: a TCP port of this machine, or a Unix socket at <c>{ip}-{port}</c>.</summary>
public static class LoopbackAddress
{
    /// <exception cref="NotSupportedException">
    /// The address can be reached from other machines: whoever reads the connection file could then run code here.
    /// </exception>
    public static EndPoint Of(string transport, string ip, int port) => transport switch
    {
        "tcp" when ip == "localhost" => new IPEndPoint(IPAddress.Loopback, port),
        "tcp" when IPAddress.TryParse(ip, out IPAddress? address) && IPAddress.IsLoopback(address) => new IPEndPoint(address, port),
        "tcp" => throw new NotSupportedException($"This kernel listens on loopback addresses only, not on '{ip}'. Use 127.0.0.1 and an SSH tunnel."),
        "ipc" => new UnixDomainSocketEndPoint(string.Create(CultureInfo.InvariantCulture, $"{ip}-{port}")),
        _ => throw new NotSupportedException($"Transport '{transport}' is unknown; use 'tcp' or 'ipc'."),
    };
}
