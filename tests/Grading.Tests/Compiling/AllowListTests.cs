using Grading.Compiling;

namespace Grading.Tests.Compiling;

public class AllowListTests
{
    [Theory]
    [InlineData("static long F(byte[] a) { long s = 0; foreach (byte b in a) s += b; return s; }")]
    [InlineData("static int F(List<int> a) => a.Where(x => x > 1).Select(x => x * 2).Sum();")]
    [InlineData("static string F(string[] a) => string.Join(\", \", a) + $\"{a.Length:N0}\" + new StringBuilder().Append(1).ToString();")]
    [InlineData("static int F(byte[] a) { var v = Vector.Create<byte>(a); return Vector.Sum(v) + (int)Vector256.Sum(Vector256.Create<byte>(a.AsSpan(0, 32))); }")]
    [InlineData("static int F() { Span<int> s = stackalloc int[4]; s.Sort(); return s[^1] + MemoryMarshal.Cast<int, long>(s).Length; }")]
    [InlineData("record struct P(int X, double Y); static bool F() => new P(1, 2) == new P(1, 2) && (1, \"a\") == (1, \"a\");")]
    [InlineData("static void F() { if (Math.Sqrt(2) < 1) throw new InvalidOperationException(\"no\"); Console.WriteLine(1); }")]
    [InlineData("static readonly double Third = 1.0 / 3; static readonly string Name = \"a\"; const int Most = 3; static readonly Vector128<byte> Ones = Vector128<byte>.One; static ReadOnlySpan<byte> Table => [1, 2, 3];")]
    [InlineData("static readonly System.Buffers.SearchValues<char> Vowels = System.Buffers.SearchValues.Create(\"aeiou\");")]
    [InlineData("static readonly System.Collections.Immutable.ImmutableArray<int> Table = [1, 2]; static readonly System.Numerics.BigInteger Large = 1;")]
    [InlineData("file sealed class Own : IComparable<Own> { public int CompareTo(Own? other) => 0; } } static class More { extension(int[] numbers) { public int Twice => 2 * numbers.Length; }")]
    [InlineData("sealed class OddException(string why) : ArgumentException(why); static int F() => throw new OddException(\"no\");")]
    [InlineData("delegate int D(int x); static int F(D d, Func<int> g) => d(1) + g() + d.Invoke(2);")]
    public void Ordinary_code_may_pass(string member) => Assert.Empty(Check(member).Forbidden);

    [Theory]
    [InlineData("static object F() => typeof(int).Assembly;")]
    [InlineData("static object F(object o) => o.GetType();")]
    [InlineData("static object F(Action a) => a.Method;")]
    [InlineData("static object? F(Delegate d) => d.DynamicInvoke();")]
    [InlineData("static object F() => Activator.CreateInstance<List<int>>();")]
    [InlineData("static void F() => System.IO.File.Delete(\"x\");")]
    [InlineData("static void F() { using var s = Console.OpenStandardOutput(); }")]
    [InlineData("static void F() => GC.Collect();")]
    [InlineData("static Task F() => Task.CompletedTask;")]
    [InlineData("static void F() => new Thread(() => { }).Start();")]
    [InlineData("static void F(int[] a) => a.AsParallel().ForAll(x => System.IO.File.Delete(\"x\"));")]
    [InlineData("static ref int F(ref int a) => ref Unsafe.Add(ref a, 9);")]
    [InlineData("static Vector<byte> F(ref byte a) => Vector.LoadUnsafe(ref a);")]
    [InlineData("static void F() { Action<string> a = System.IO.File.Delete; a(\"x\"); }")]
    [InlineData("static string F() => nameof(System.IO.File) + System.IO.Path.PathSeparator;")]
    [InlineData("class C { ~C() { } }")]
    [InlineData("class C : System.IO.MemoryStream { }")]
    [InlineData("[System.Runtime.CompilerServices.ModuleInitializer] internal static void F() { }")]
    [InlineData("static int _calls;")]
    [InlineData("static readonly int[] Last = new int[9];")]
    [InlineData("static int Calls { get; set; }")]
    [InlineData("static event Action? Happened;")]
    [InlineData("static readonly Func<int> Next = () => 1;")]
    [InlineData("class C<T> { internal static T? Last; }")]
    [InlineData("interface I { static object? Last; }")]
    [InlineData("static readonly System.Collections.Immutable.ImmutableArray<int[]> Last = [[1]];")]
    [InlineData("static readonly System.Collections.Immutable.ImmutableArray<int[]>.Enumerator Last = default;")]
    [InlineData("static readonly System.Collections.Immutable.IImmutableList<int>? Last = null;")]
    [InlineData("static readonly System.Collections.Frozen.FrozenSet<int> Last = System.Collections.Frozen.FrozenSet.Create<int>(null, 1);")]
    [InlineData("struct N : IUtf8SpanFormattable { bool IUtf8SpanFormattable.TryFormat(Span<byte> to, out int written, ReadOnlySpan<char> format, IFormatProvider? provider) => (written = 0) == 0; }")]
    [InlineData("interface IOwn<T> : INumberBase<T> where T : INumberBase<T> { }")]
    [InlineData("static byte[] F() => System.Buffers.ArrayPool<byte>.Shared.Rent(9);")]
    [InlineData("static int F(int[] a) => a.AsParallel().Sum();")]
    [InlineData("static void F() => new Progress<int>(_ => { }).ToString();")]
    [InlineData("static string F(string a) => string.Intern(a);")]
    [InlineData("static void F() => System.Globalization.CultureInfo.CurrentCulture = System.Globalization.CultureInfo.InvariantCulture;")]
    [InlineData("static void F<T>() where T : System.IO.Stream { }")]
    public void What_reaches_beyond_is_named(string member)
    {
        CompiledAnswer answer = Check(member);
        Assert.Empty(answer.Errors);
        Assert.NotEmpty(answer.Forbidden);
        Assert.All(answer.Forbidden, each => Assert.StartsWith("line 1: ", each));
    }

    [Theory]
    [InlineData("namespace @System.Runtime.CompilerServices { sealed class ModuleInitializerAttribute : Attribute { } }")]
    [InlineData("namespace Syst\\u0065m { class Extra { } }")]
    [InlineData("namespace @Judged; class Extra { }")]
    [InlineData("namespace Sys\\u200Dtem { class Extra { } }")]
    public void A_reserved_namespace_is_found_however_it_is_written(string source) =>
        Assert.Contains(SubmissionCompiler.Compile(source, []).Forbidden, each => each.Contains("a namespace called", StringComparison.Ordinal));

    [Fact]
    public void An_exercise_may_allow_more()
    {
        Assert.Empty(SubmissionCompiler.Compile("static class A { static async Task<int> F() { await Task.Yield(); return 1; } }", ["System.Threading.Tasks"]).Forbidden);
        Assert.Empty(SubmissionCompiler.Compile("static class A { static async Task<int> F(Task<int> a, ValueTask b) { await b.ConfigureAwait(false); return await a.ConfigureAwait(false) + a.GetAwaiter().GetResult(); } }", ["System.Threading.Tasks"]).Forbidden);
        Assert.Empty(SubmissionCompiler.Compile("static class A { static void F() { var gate = new Lock(); var thread = new Thread(() => { lock (gate) { } }); thread.Start(); thread.Join(); } }", ["System.Threading.Thread"]).Forbidden);
        Assert.NotEmpty(SubmissionCompiler.Compile("static class A { static string? F() => Thread.CurrentThread.Name; }", ["System.Threading.Thread"]).Forbidden);
        Assert.Empty(SubmissionCompiler.Compile("static class A { static void F() => GC.Collect(); }", ["System.GC.Collect"]).Forbidden);
        Assert.Empty(SubmissionCompiler.Compile("static class A { static int _calls; static int F() => ++_calls; }", ["static fields"]).Forbidden);
        Assert.Empty(SubmissionCompiler.Compile("static class A { static byte[] F() => System.Buffers.ArrayPool<byte>.Shared.Rent(9); }", ["System.Buffers.ArrayPool"]).Forbidden);
    }

    [Fact]
    public void Fingerprints_ignore_comments_and_spaces_and_nothing_else()
    {
        string one = Check("static int F() => /* one */ 1;").Fingerprint;
        Assert.Equal(one, Check("static  int F()\n=> 1;").Fingerprint);
        Assert.NotEqual(one, Check("static int F() => 2;").Fingerprint);
    }

    [Fact]
    public void Names_as_long_as_a_source_are_cut()
    {
        string name = new('x', 30_000);
        CompiledAnswer unknown = Check($"static int F() => {name};"), kept = Check($"static int {name};");
        Assert.All(unknown.Errors.Concat(kept.Forbidden), each => Assert.InRange(each.Length, 20, 500));
        Assert.EndsWith("(CS0103)", Assert.Single(unknown.Errors));
    }

    [Fact]
    public void A_statement_in_the_cell_is_explained() =>
        Assert.Contains("holds only the type", SubmissionCompiler.Compile("static class A { }\nSystem.Console.WriteLine(1);", []).Errors.Concat(SubmissionCompiler.Compile("System.Console.WriteLine(1);\nstatic class A { }", []).Errors).First(each => each.Contains("only the type", StringComparison.Ordinal)));

    private static CompiledAnswer Check(string member) => SubmissionCompiler.Compile($"partial class A {{ {member} }}", []);
}
