namespace Course.Traces;

/// <summary>
/// An inner loop whose addresses grow evenly, in a few words instead of millions: iteration after iteration, its references in order.
/// </summary>
public sealed record AffineLoop(int Count, IReadOnlyList<AffineReference> References)
{
    /// <summary>The accesses one by one.</summary>
    public void AppendTo(Trace trace)
    {
        for (int i = 0; i < Count; i++)
        {
            foreach (AffineReference reference in References)
                trace.Add(reference.Kind, reference.Address + (ulong)(i * reference.Stride), reference.Size);
        }
    }
}
