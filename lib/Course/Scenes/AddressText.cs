namespace Course.Scenes;

/// <summary>Addresses of one picture in hexadecimal, without the leading digits that all of them share.</summary>
internal sealed class AddressText
{
    private const int FewestDigits = 4;
    private readonly int _dropped;

    public AddressText(IEnumerable<ulong> addresses)
    {
        string[] all = [.. addresses.Select(address => address.ToString("x16"))];
        while (_dropped < 16 - FewestDigits && all.All(text => text[_dropped] == all[0][_dropped])) _dropped++;
        string prefix = all.Length == 0 ? "" : all[0][.._dropped].TrimStart('0');
        Note = prefix == "" ? "" : $"Addresses are shown without their first digits, 0x{prefix}, which all of them share.";
    }

    /// <summary>Which digits are left out, as a sentence; empty when they are zeros.</summary>
    public string Note { get; }

    public string Of(ulong address) => address.ToString("x16")[_dropped..];
}
