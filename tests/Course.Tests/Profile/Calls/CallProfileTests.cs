using Course.Profile;
using Course.Profile.Calls;

namespace Course.Tests.Profile.Calls;

[Collection("Profiles")]
public class CallProfileTests
{
    private static CallProfile Of(string program) => CallProfile.OfProgram(program, "program.cs", []);

    [Fact]
    public void Calls_callers_and_callees_are_counted_exactly()
    {
        CallProfile profile = Of("""
            for (int i = 0; i < 7; i++) Shop.Report(i);
            static class Shop
            {
                public static int Report(int n) { int sum = 0; for (int i = 0; i < n; i++) sum += Price(i); return sum + Price(n); }
                static int Price(int n) => n * 2;
            }
            """);
        Assert.Equal((7, 28), (profile["Report"].Calls, profile["Shop.Price"].Calls));
        Assert.Equal([new("Shop.Price", 28)], profile["Report"].Callees);
        Assert.Equal([new("Shop.Report", 28)], profile["Price"].Callers);
        Assert.Equal([new("(the profiled call)", 7)], profile["Report"].Callers);
        Assert.Equal((4, 5), (profile["Report"].Line, profile["Price"].Line));
    }

    [Fact]
    public void Own_bytes_are_exact()
    {
        CallProfile profile = Of("""
            A.Outer();
            static class A
            {
                public static void Outer() { for (int i = 0; i < 10; i++) Make(1000); GC.KeepAlive(new byte[500]); }
                static void Make(int n) => GC.KeepAlive(new byte[n]);
            }
            """);
        Assert.Equal((10 * 1024, 528), (profile["Make"].OwnBytes, profile["Outer"].OwnBytes));
        Assert.Equal(10 * 1024 + 528, profile["Outer"].TotalBytes);
    }

    [Fact]
    public void Recursion_counts_every_call_and_the_outermost_time()
    {
        CallProfile profile = Of("""
            Console.Out.Flush();
            F.Fib(15);
            static class F { public static int Fib(int n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2); }
            """);
        ProfiledMethod fib = profile["Fib"];
        Assert.Equal(1973, fib.Calls);
        Assert.Equal([new("F.Fib", 1972), new("(the profiled call)", 1)], fib.Callers);
        Assert.InRange(fib.TotalMilliseconds, fib.OwnMilliseconds, fib.OwnMilliseconds * 1.01);
    }

    [Fact]
    public void An_exception_inside_leaves_the_counts_right_and_is_named()
    {
        CallProfile profile = Of("""
            for (int i = 0; i < 5; i++) { try { A.Fails(i); } catch (InvalidOperationException) { } }
            A.Fails(9);
            static class A { public static int Fails(int n) => Throws(n); static int Throws(int n) { throw n < 9 ? new InvalidOperationException() : new FormatException("at last"); } }
            """);
        Assert.Equal((6, 6), (profile["Fails"].Calls, profile["Throws"].Calls));
        Assert.Contains(profile.Notes, note => note.Contains("FormatException: at last"));
    }

    [Fact]
    public void Every_kind_of_body_is_measured_under_its_name()
    {
        CallProfile profile = Of("""
            var bag = new Bag<int>(3) { Size = 2 };
            bag[0] = bag[1] + bag.Size + bag.Twice;
            Bag<int> sum = bag + bag;
            int Local(int n) { int Inner(int m) => m + 1; return Inner(n); }
            Local(4);
            Func<int, int> block = n => { return n + 1; };
            block(1);
            int total = 0;
            foreach (int n in bag.All().Select(n => n * 2)) total += n;
            await bag.Later();
            unsafe { int there = 3; int* p = &there; bag.Touch(ref *p); }
            class Bag<T>
            {
                private int _size;
                private readonly int[] _all;
                public Bag(int n) => _all = new int[n];
                public int Size { get => _size; set { _size = value; } }
                public int Twice => _size * 2;
                public int this[int i] { get { return _all[i]; } set => _all[i] = value; }
                public ref int First => ref _all[0];
                public static Bag<T> operator +(Bag<T> a, Bag<T> b) => a;
                public IEnumerable<int> All() { foreach (int n in _all) yield return n; }
                public async Task Later() { await Task.Yield(); }
                public void Touch(ref int n) { Span<byte> there = stackalloc byte[8]; there[0] = 1; n++; First++; }
                public int Same(int n) => n;
                public int Same(string n) => n.Length;
            }
            """);
        string[] names = ["Bag constructor", "Bag.Size.get", "Bag.Size.set", "Bag.Twice.get", "Bag.this[].get", "Bag.this[].set", "Bag.operator +", "Local", "Local.Inner", "lambda, line 6", "Bag.Touch", "Bag.First.get"];
        Assert.All(names, name => Assert.Equal(1, profile[name].Calls));
        Assert.Contains(profile.Notes, note => note.StartsWith("Bag.All is not measured on its own, because it is an iterator"));
        Assert.Contains(profile.Notes, note => note.StartsWith("Bag.Later is not measured on its own, because it is async"));
    }

    [Fact]
    public void Calls_from_many_threads_are_all_counted()
    {
        CallProfile profile = Of("""
            Parallel.For(0, 1000, new ParallelOptions { MaxDegreeOfParallelism = 4 }, i => { A.Work(i); });
            static class A { public static int Work(int n) => Inner(n) + Inner(n); static int Inner(int n) => n + 1; }
            """);
        Assert.Equal((1000, 2000), (profile["Work"].Calls, profile["Inner"].Calls));
    }

    [Fact]
    public void Endless_recursion_ends_in_a_message()
    {
        CallProfile profile = Of("A.Down(0); static class A { public static int Down(int n) => Down(n + 1) + 1; }");
        Assert.Contains(profile.Notes, note => note.Contains("InsufficientExecutionStackException"));
        Assert.True(profile["Down"].Calls > 1000);
    }

    [Theory]
    [InlineData("int x = ;", "does not compile")]
    [InlineData("Console.Out.Flush();", "no method with a body")]
    [InlineData("#:package Foo@1.0\nConsole.Out.Flush();", "attach to it")]
    public void What_cannot_be_profiled_says_why(string program, string reason) =>
        Assert.Contains(reason, Assert.Throws<ProfileException>(() => Of(program)).Message);

    [Fact]
    public void Outside_a_cell_the_message_names_the_remedy() =>
        Assert.Contains("course profile calls FILE.cs", Assert.Throws<ProfileException>(() => CallProfile.Of(() => Console.Out.Flush())).Message);

    [Fact]
    public void A_guess_is_scored()
    {
        CallProfile profile = Of("""
            A.Slow(); A.Quick();
            static class A { public static void Slow() => Thread.Sleep(300); public static void Quick() => Thread.Yield(); }
            """);
        Assert.Contains("and it is", profile.Score("Slow"));
        Assert.Contains("place 2 of 2", profile.Score("Quick"));
    }
}
