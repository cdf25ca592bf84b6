using System.Runtime.CompilerServices;

namespace Course.Traces.Layouts;

/// <summary>Where objects really lie at this moment. The collector may move them at the next.</summary>
internal static class ObjectAddress
{
    private const int Attempts = 10;

    /// <summary>The value of the reference, which points behind the object header.</summary>
    public static ulong Of(object o) => Unsafe.As<object, ulong>(ref o);

    /// <summary>Runs <paramref name="read"/> until no collection came in between, so that its addresses belong to one moment.</summary>
    /// <exception cref="InvalidOperationException">Collections came ten times in a row.</exception>
    public static T AtOneMoment<T>(Func<T> read)
    {
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            int collections = GC.CollectionCount(0);
            T result = read();
            if (GC.CollectionCount(0) == collections) return result;
            GC.Collect();
        }
        throw new InvalidOperationException("The garbage collector moved objects while their addresses were read; try a smaller collection of numbers.");
    }
}
