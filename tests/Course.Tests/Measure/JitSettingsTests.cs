using System.Diagnostics.Tracing;
using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.CompilerServices;
using Course.Measure;

namespace Course.Tests.Measure;

[Collection(TimingCollection.Name)]
public sealed class JitSettingsTests
{
    [Fact]
    public void LoopsDoNotStartUnoptimisedInTheTestProcess()
    {
        Assert.False(JitSettings.Current.QuickJitForLoops);
        Assert.Equal("false", AppContext.GetData("System.Runtime.TieredCompilation.QuickJitForLoops"));
    }

    /// <summary>The setting is only a wish; the runtime's own event tells in which tier it compiled a loop at its first call.</summary>
    [Fact]
    public void TheCompilerOptimisesALoopAtItsFirstCall()
    {
        using var compiled = new CompiledMethods(nameof(SumUpTo));
        Assert.Equal(4950, SumUpTo(100));
        Assert.Equal("optimised", compiled.TierOfFirst());
    }

    [Fact]
    public void InstructionSetsAreThoseOfTheRuntime()
    {
        Assert.Equal(System.Runtime.Intrinsics.X86.Avx2.IsSupported, JitSettings.Current.InstructionSets.Contains("AVX2"));
        Assert.Equal(System.Runtime.Intrinsics.Arm.AdvSimd.IsSupported, JitSettings.Current.InstructionSets.Contains("AdvSimd"));
    }

    [Fact]
    public void AnAssemblyBuiltForDebuggingIsNotOptimised()
    {
        Assert.True(JitSettings.IsOptimized(typeof(JitSettings).Assembly));
        Assert.False(JitSettings.IsOptimized(DebugCode.Assembly));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int SumUpTo(int count)
    {
        int sum = 0;
        for (int i = 0; i < count; i++) sum += i;
        return sum;
    }

    private sealed class CompiledMethods : EventListener
    {
        private readonly TaskCompletionSource<string> _tier = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly string _method;

        public CompiledMethods(string method)
        {
            _method = method;
            var runtime = EventSource.GetSources().Single(source => source.Name == "Microsoft-Windows-DotNETRuntime");
            EnableEvents(runtime, EventLevel.Verbose, (EventKeywords)0x10);
        }

        public string TierOfFirst() => _tier.Task.Wait(TimeSpan.FromSeconds(20)) ? _tier.Task.Result : "no event came";

        protected override void OnEventWritten(EventWrittenEventArgs eventData)
        {
            if (eventData.EventName?.StartsWith("MethodLoadVerbose", StringComparison.Ordinal) != true) return;
            int name = eventData.PayloadNames!.IndexOf("MethodName"), flags = eventData.PayloadNames.IndexOf("MethodFlags");
            if ((string?)eventData.Payload![name] != _method) return;
            // Bits 7 to 9 of the flags (ClrEtwAll.man, MethodFlagsMap): 1 minimal, 2 optimised at once, 3 quick, 4 tier 1, 5 replaced on stack.
            int tier = (int)(((uint)eventData.Payload[flags]! >> 7) & 7);
            _tier.TrySetResult(tier switch { 2 or 4 => "optimised", 3 => "quick", 1 => "minimal", _ => $"tier {tier}" });
        }
    }
}
