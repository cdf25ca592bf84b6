using static Course.Widgets.GuideNode;

namespace Course.Widgets;

/// <summary>The course's tools as a decision tree. Every cell runs as it stands in a notebook that began with course.csx.</summary>
public static class CourseTools
{
    private const string Work = """
        static double Work()
        {
            double sum = 0;
            for (int i = 1; i < 300_000; i++) sum += Math.Sqrt(i);
            return sum;
        }

        """;

    public static GuideNode Start { get; } = Ask("What is the matter?",
        ("I know the piece of code and want to know more about it", OnePiece()),
        ("A whole program is slow, and I do not know where", Somewhere()),
        ("It takes too much memory, or stutters", Memory()),
        ("It is slow and yet uses little processor time", Waiting()));

    private static GuideNode OnePiece() => Ask("What do you want to know about it?",
        ("How long it takes", Take("Timing.Interleaved",
            "Repeats it until it is warm, then shows the median, the spread and the bytes that it allocates.", "Notebook 11",
            Work + "Timing.Interleaved((\"work\", () => Work()))")),
        ("Whether another form is really faster", Take("Timing.Compare",
            "Runs both in turns and says what can be concluded, with an interval for the ratio and the noise of this machine.", "Notebook 11",
            "int[] numbers = [.. Enumerable.Range(0, 10_000)];\nTiming.Compare(\n    (\"LINQ\", () => numbers.Sum(number => (long)number)),\n    (\"loop\", () => { long sum = 0; foreach (int number in numbers) sum += number; }))")),
        ("A number that others will believe", Take("QuickBenchmark",
            "BenchmarkDotNet's own way of measuring, in about a second for each case; its full job starts processes of its own.", "Notebook 11",
            Work + "QuickBenchmark.Run((\"work\", () => Work()))")),
        ("Which of its lines takes the time", Take("LineProfile",
            "Hits and time of every line. It compiles the method again with probes; what they cost is measured and taken off.", "Notebook 15",
            "static class Sample\n{\n    public static int Count()\n    {\n        int primes = 0;\n        for (int i = 2; i < 3000; i++)\n        {\n            bool prime = true;\n            for (int d = 2; d < i; d++) prime &= i % d != 0;\n            if (prime) primes++;\n        }\n        return primes;\n    }\n}\nLineProfile.Of(() => Sample.Count())")),
        ("Why: what the processor does in it", Take("Counters",
            "Instructions, cache misses, page faults and more, each labelled measured or simulated.", "Notebook 5",
            Work + "Counters.Measure(\"work\", () => Work())")));

    private static GuideNode Somewhere() => Ask("Can you call it from a cell?",
        ("Yes, and its source is in a cell", Take("CallProfile",
            "Every call counted: own time, total time and bytes of each method, with callers and callees.", "Notebook 12",
            "static class Shop\n{\n    static double Price(int item) => Math.Sqrt(item);\n    public static double Total()\n    {\n        double total = 0;\n        for (int item = 0; item < 2000; item++) total += Price(item);\n        return total;\n    }\n}\nCallProfile.Of(() => Shop.Total())")),
        ("Yes, but it is compiled, or has many small calls", Take("SamplingProfile",
            "Asks about a thousand times a second where the threads are. It changes nothing and costs little; it counts no calls.", "Notebook 13",
            Work + "SamplingProfile.Of(() => { for (int i = 0; i < 300; i++) Work(); })")),
        ("No, it runs already and must not be stopped", Take("course profile",
            "Attaches to a running .NET program by its id, with no change to it: a live table, or a flame graph in a file.", "Notebook 13",
            "Console.WriteLine(\"In a terminal: course ps\");\nConsole.WriteLine(\"then: course profile --pid ID --top\");\nConsole.WriteLine(\"or: course profile --pid ID --seconds 10 --output flame.html\");")));

    private static GuideNode Memory() => Ask("What do you see?",
        ("I want time and memory of each method at once", Take("CallProfile",
            "One table with the time and the exact bytes of every method.", "Notebook 12",
            "static class Text\n{\n    static string Join(int count) => string.Join(',', Enumerable.Range(0, count));\n    public static int Length() => Join(1000).Length + Join(10).Length;\n}\nCallProfile.Of(() => Text.Length())")),
        ("It allocates much, and I want to know who", Take("AllocationProfile",
            "Bytes by method, line and type, from random samples that cost almost nothing.", "Notebook 14",
            "AllocationProfile.Of(() =>\n{\n    string text = \"\";\n    for (int i = 0; i < 2000; i++) text += i;\n})")),
        ("It grows and never shrinks", Take("HeapSnapshot",
            "Two snapshots of the heap: what grew between them by type, and the path to the root that holds on to it.", "Notebook 14",
            "static class Log { public static List<byte[]> Kept = []; }\nHeapSnapshot before = HeapSnapshot.Take();\nfor (int i = 0; i < 1000; i++) Log.Kept.Add(new byte[1000]);\nHeapSnapshot.Take().Since(before)")),
        ("Pauses: some calls take much longer than most", Take("GcProfile",
            "The latency of every call beside what the garbage collector did meanwhile.", "Notebook 14",
            "GcProfile.Of(calls: 200, everyMilliseconds: 1, () => GC.KeepAlive(new byte[100_000]))")),
        ("Many objects, each larger than it should be", Take("ObjectLayout",
            "Where every byte of an object lies: header, fields, padding.", "Notebook 14",
            "struct Reading { public bool Valid; public double Value; public int Sensor; }\nObjectLayout.Of<Reading>()")));

    private static GuideNode Waiting() => Take("Counters and CpusUsed",
        "Processor time over elapsed time. Near 1 or above it works; near 0 it waits for a disk, a network, a lock, and faster code will not help.", "Notebook 17",
        "CounterTable counted = Counters.Measure(\"waiting\", () => System.Threading.Thread.Sleep(100));\nConsole.WriteLine($\"{counted.CpusUsed():N2} processors in use\");");
}
