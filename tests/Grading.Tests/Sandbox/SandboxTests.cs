using System.Buffers.Binary;
using System.Diagnostics;
using System.Runtime.InteropServices;
using Grading.Children;
using Grading.Sandbox;

namespace Grading.Tests.Sandbox;

[Collection(OneJudge.Collection)]
public class SandboxTests
{
    [SkippableFact]
    public void The_sandbox_keeps_the_probe_from_everything()
    {
        Assert.Equal("", SandboxTest.Fault(Sandboxed.Launcher()));
    }

    [SkippableFact]
    public void The_filter_alone_keeps_local_sockets_out()
    {
        Sandboxed.Launcher();
        string fault = SandboxTest.Fault(BubblewrapLauncher.Find(filters: false).Launcher!);
        Assert.Contains("open a local socket", fault);
        Assert.DoesNotContain("read a file", fault);
    }

    [SkippableFact]
    public void A_signal_to_the_grader_and_its_group_leaves_the_child_alone()
    {
        using var child = ChildProcess.Start(Sandboxed.Launcher(), typeof(Grading.Compiling.CompilerClient).Assembly.Location, ChildLimits.Compiler);
        string[] stat = [];
        // The shell first becomes setsid.
        for (int i = 0; i < 6000 && (stat.Length == 0 || stat[2] != child.Id.ToString()); i++, Thread.Sleep(10))
            stat = File.ReadAllText($"/proc/{child.Id}/stat").Split(") ")[1].Split(' ');
        Assert.Equal(child.Id.ToString(), stat[2]);
        Assert.Equal(child.Id.ToString(), stat[3]);
    }

    [SkippableFact]
    public async Task A_child_outlives_the_thread_that_asked_for_it()
    {
        ILauncher launcher = Sandboxed.Launcher();
        // A thread that ends with the task, and whose exceptions reach this test.
        Task<ChildProcess> asking = Task.Factory.StartNew(() =>
        {
            var started = ChildProcess.Start(launcher, typeof(Grading.Compiling.CompilerClient).Assembly.Location, ChildLimits.Compiler);
            // Until bubblewrap has said with whom it dies.
            for (int i = 0; i < 6000 && CpuClock.InnermostOf(started.Id) == started.Id; i++) Thread.Sleep(10);
            return started;
        }, TaskCreationOptions.LongRunning);
        using ChildProcess child = await asking;
        Thread.Sleep(500);
        Assert.False(child.HasEnded);
    }

    [Theory]
    [InlineData(Architecture.X64, 0xC000_003Eu)]
    [InlineData(Architecture.Arm64, 0xC000_00B7u)]
    public void The_filter_ends_what_is_of_another_architecture(Architecture architecture, uint number)
    {
        byte[] program = SystemCallFilter.For(architecture)!;
        Assert.Equal(0, program.Length % 8);
        Assert.Equal(4u, BinaryPrimitives.ReadUInt32LittleEndian(program.AsSpan(4)));
        Assert.Equal(number, BinaryPrimitives.ReadUInt32LittleEndian(program.AsSpan(8 + 4)));
        Assert.Equal(0x8000_0000u, BinaryPrimitives.ReadUInt32LittleEndian(program.AsSpan(16 + 4)));
        // Every jump stays inside, and the last instruction returns.
        for (int at = 0; at < program.Length / 8; at++)
            Assert.InRange(at + 1 + Math.Max(program[8 * at + 2], program[8 * at + 3]), 1, program.Length / 8 - (program[8 * at] == 6 ? 0 : 1));
        Assert.Equal(6, program[^8]);
        Assert.Null(SystemCallFilter.For(Architecture.Wasm));
    }

    [Fact]
    public void The_self_test_notices_that_there_is_no_sandbox()
    {
        string fault = SandboxTest.Fault(new PlainLauncher());
        Assert.Contains("read a file of the grader", fault);
        Assert.Contains("open a connection", fault);
        Assert.Contains("fork without end", fault);
    }

    [SkippableFact]
    public void A_sandbox_that_cannot_be_started_says_why()
    {
        Skip.If(OperatingSystem.IsWindows(), "There is no shell here.");
        Assert.Equal($"{SandboxTest.DidNotRun}: bwrap: No permissions.", SandboxTest.Fault(new Refusing()));
    }

    /// <summary>What bubblewrap does in a container that forbids user namespaces.</summary>
    private sealed class Refusing : ILauncher
    {
        public bool IsSandbox => true;

        public ProcessStartInfo Prepare(string program, ChildLimits limits) => new("/bin/sh", ["-c", "echo bwrap: No permissions >&2; exit 1"]);
    }
}
