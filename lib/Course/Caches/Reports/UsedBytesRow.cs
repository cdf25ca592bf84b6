namespace Course.Caches.Reports;

/// <summary>Of the bytes that fetched lines brought, those that were touched before the line left.</summary>
/// <param name="Field">The field of the array's element, or empty for the whole array.</param>
/// <param name="LinesFetched">Lines of the array that came into the first level, once per arrival.</param>
/// <param name="BytesUsed">Different bytes touched, summed over those lines.</param>
public readonly record struct UsedBytesRow(string Array, string Field, long LinesFetched, long BytesFetched, long BytesUsed)
{
    public double UsedPerLine => LinesFetched == 0 ? 0 : (double)BytesUsed / LinesFetched;
    public double Share => BytesFetched == 0 ? 0 : (double)BytesUsed / BytesFetched;
}
