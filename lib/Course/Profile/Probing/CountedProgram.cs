using Course.Measure.Counting;

namespace Course.Profile.Probing;

/// <summary>What <c>perf stat</c> tells of a whole program, for a C# program of one file.</summary>
public static class CountedProgram
{
    /// <summary>Runs the program once, without probes. Compiling its methods on their first calls belongs to what is counted, starting the runtime does not.</summary>
    /// <param name="source">The file's text.</param>
    /// <exception cref="ProfileException">It does not compile.</exception>
    public static CounterTable Run(string source, string name, IReadOnlyList<string> arguments)
    {
        Action program = FileProgram.Compile(source, name, arguments);
        return Counters.Measure(name, program);
    }
}
