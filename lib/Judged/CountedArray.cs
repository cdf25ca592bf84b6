namespace Judged;

/// <summary>
/// An array of whole numbers whose accesses the judge counts: then its elements lie with the judge alone, and every read and write is
/// a question to it; otherwise they lie here.
/// </summary>
public sealed class CountedArray
{
    private readonly long[]? _elements;
    private readonly int _argument;

    public CountedArray(long[] elements) => (Length, _elements) = (elements.Length, elements);

    /// <summary>The form without elements, whose every access is a question about argument <paramref name="argument"/>.</summary>
    internal CountedArray(int length, int argument) => (Length, _argument) = (length, argument);

    public int Length { get; }

    internal long[]? Elements => _elements;

    /// <exception cref="IndexOutOfRangeException">There is no such element.</exception>
    public long this[int index]
    {
        get => _elements is null ? Asking.Read(_argument, Checked(index)) : _elements[index];
        set
        {
            if (_elements is null) Asking.Write(_argument, Checked(index), value);
            else _elements[index] = value;
        }
    }

    private int Checked(int index) => (uint)index < (uint)Length
        ? index
        : throw new IndexOutOfRangeException($"There is no element [{index}] in an array of {Length}.");
}
