using Course.Traces.Layouts;

namespace Course.Tests.Traces.Layouts;

public class AllocationRecordTests
{
    [Fact]
    public void ANewArrayEachPassCostsItsBytesEachPass()
    {
        AllocationRecord record = AllocationRecord.OfNewEachPass(50, 1000);

        Assert.Equal(50 * (24 + 8 * 1000), record.AllocatedBytes);
        Assert.Equal(Enumerable.Range(0, 50), record.Passes.Select(pass => pass.Pass));
        Assert.All(record.Passes, pass => Assert.Equal(24 + 8 * 1000, pass.Bytes));
        Assert.True(record.Passes.Select(pass => pass.Address).Distinct().Count() > 10);
    }

    [Fact]
    public void AReusedArrayCostsNothingAndStays()
    {
        AllocationRecord record = AllocationRecord.OfReuse(50, 1000);

        Assert.Equal(0, record.AllocatedBytes);
        // Only a collection, started by whatever else runs here, can move it.
        Assert.InRange(record.Passes.Select(pass => pass.Address).Distinct().Count(), 1, record.Passes[^1].Collections + 1);
    }
}
