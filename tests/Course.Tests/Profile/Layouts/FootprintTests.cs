using Course.Profile.Layouts;

namespace Course.Tests.Profile.Layouts;

/// <summary>Asks for the whole process's memory, so nothing else may run beside it.</summary>
[Collection("Timing")]
public class FootprintTests
{
    [Fact]
    public void Footprints_tell_what_is_kept_from_what_was_thrown_away()
    {
        var forms = Footprint.Compare(("kept", () => new byte[1_000_000]), ("grown", () => { var list = new List<byte>(); for (int i = 0; i < 1_000_000; i++) list.Add(1); list.TrimExcess(); return list; }));
        Assert.InRange(forms[0].KeptBytes, 900_000, 1_400_000);
        Assert.InRange(forms[1].OfFirst, 0.5, 1.5);
        Assert.True(forms[1].AllocatedBytes > 2_000_000);
    }
}
