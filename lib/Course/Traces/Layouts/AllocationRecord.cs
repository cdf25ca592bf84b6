using System.Runtime.CompilerServices;

namespace Course.Traces.Layouts;

/// <summary>
/// What really happened to memory while a loop made its result: a new array in each pass, or one array written again and again.
/// Addresses and collections differ from run to run; the bytes do not.
/// </summary>
/// <param name="Passes">Where each pass found its array, in order.</param>
/// <param name="AllocatedBytes">What the loop allocated, as the runtime counts it.</param>
public sealed record AllocationRecord(IReadOnlyList<RecordedAllocation> Passes, long AllocatedBytes)
{
    private const int HeaderBytes = 8;

    /// <summary>Allocates an array of that many doubles in every pass and forgets it.</summary>
    public static AllocationRecord OfNewEachPass(int passes, int doubles) => Record(passes, doubles, reused: null);

    /// <summary>Allocates one array before the loop and writes to it in every pass.</summary>
    public static AllocationRecord OfReuse(int passes, int doubles) => Record(passes, doubles, new double[doubles]);

    private static AllocationRecord Record(int passes, int doubles, double[]? reused)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(passes);
        ArgumentOutOfRangeException.ThrowIfNegative(doubles);
        var found = new RecordedAllocation[passes];
        int collectionsBefore = GC.CollectionCount(0);
        long bytesBefore = GC.GetAllocatedBytesForCurrentThread();
        for (int pass = 0; pass < passes; pass++)
        {
            double[] result = reused ?? MakeArray(doubles);
            result.AsSpan().Fill(pass);
            found[pass] = new RecordedAllocation(pass, ObjectAddress.Of(result) - HeaderBytes,
                SequenceNode.ArrayBytes(ObjectModel.DotNet, doubles), GC.CollectionCount(0) - collectionsBefore);
        }
        // Read first: the record itself is an object too.
        long allocated = GC.GetAllocatedBytesForCurrentThread() - bytesBefore;
        return new AllocationRecord(found, allocated);
    }

    // Not inlined, so that the JIT cannot see that nobody keeps the array and put it on the stack.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double[] MakeArray(int doubles) => new double[doubles];
}
