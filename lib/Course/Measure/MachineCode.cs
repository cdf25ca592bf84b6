using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Iced.Intel;

namespace Course.Measure;

/// <summary>
/// The instructions that the compiler made of a method, read from this process's memory and spelled out by Iced. Methods with loops are
/// compiled fully optimised at their first call here; others only after many calls, so call those first.
/// </summary>
public sealed record MachineCode(string Method, IReadOnlyList<string> Instructions)
{
    /// <summary>No method of the course is longer; the reader stops there when it finds no end.</summary>
    private const int MostBytes = 16 << 10;
    private const int MostJumps = 8;

    /// <summary>Why machine code cannot be read here, or null when it can.</summary>
    public static string? Missing => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? null
        : $"this reader knows x64 instructions, and this process runs on {RuntimeInformation.ProcessArchitecture}.";

    /// <summary>The code of a method given by its name in a cell, e.g. <c>MachineCode.Of(Adding.OneByOne)</c>.</summary>
    /// <exception cref="PlatformNotSupportedException">See <see cref="Missing"/>.</exception>
    public static MachineCode Of(Delegate method)
    {
        if (Missing is { } missing) throw new PlatformNotSupportedException($"No machine code: {missing}");
        MethodInfo info = method.Method;
        RuntimeHelpers.PrepareMethod(info.MethodHandle);
        ulong start = BehindStubs((ulong)info.MethodHandle.GetFunctionPointer());
        return new MachineCode(info.Name, Spell(Decode(start)));
    }

    /// <summary>
    /// The listing of a method as this machine has it or, where it cannot be read here, as another machine had it: then its first line
    /// names that machine.
    /// </summary>
    /// <param name="results">The course's folder of recorded runs, <c>data/results</c>; listings lie in <c>CPU/machine-code/METHOD.asm</c>.</param>
    public static string Listing(Delegate method, string results)
    {
        if (Missing is null) return Of(method).ToString();
        string[] recorded = [.. Directory.EnumerateFiles(results, method.Method.Name + ".asm", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        return recorded.Length > 0 ? File.ReadAllText(recorded[0]) : $"No listing here, because {Missing} None is recorded in {results}.";
    }

    /// <summary>Two listings in two columns, so that what one does and the other does not stands side by side; see <see cref="Listing"/>.</summary>
    public static string SideBySide(Delegate left, Delegate right, string results)
    {
        string[] first = Listing(left, results).TrimEnd().Split('\n'), second = Listing(right, results).TrimEnd().Split('\n');
        int width = first.Max(line => line.Length);
        return string.Join('\n', Enumerable.Range(0, Math.Max(first.Length, second.Length)).Select(i =>
            $"{first.ElementAtOrDefault(i)?.PadRight(width) ?? new string(' ', width)}  {second.ElementAtOrDefault(i)}".TrimEnd()));
    }

    /// <summary>One instruction a line; targets of jumps are named.</summary>
    public override string ToString() => string.Join('\n', Instructions.Prepend($"; {Method}, {Instructions.Count(line => line[0] == ' ')} instructions"));

    /// <summary>The runtime hands out the address of a stub that jumps to the code.</summary>
    private static ulong BehindStubs(ulong address)
    {
        for (int jump = 0; jump < MostJumps; jump++)
        {
            Instruction first = DecoderAt(address, 16).Decode();
            if (first.FlowControl == FlowControl.UnconditionalBranch) address = first.NearBranchTarget;
            else if (first.FlowControl == FlowControl.IndirectBranch && first.IsIPRelativeMemoryOperand)
                address = (ulong)Marshal.ReadInt64((nint)first.IPRelativeMemoryAddress);
            else break;
        }
        return address;
    }

    /// <summary>Up to the first return that no earlier jump leaps over.</summary>
    private static List<Instruction> Decode(ulong start)
    {
        Decoder decoder = DecoderAt(start, MostBytes);
        var code = new List<Instruction>();
        ulong furthest = start;
        while (decoder.IP < start + MostBytes - 16)
        {
            Instruction instruction = decoder.Decode();
            code.Add(instruction);
            if (instruction.FlowControl is FlowControl.ConditionalBranch or FlowControl.UnconditionalBranch
                && instruction.NearBranchTarget >= start && instruction.NearBranchTarget < start + MostBytes)
                furthest = Math.Max(furthest, instruction.NearBranchTarget);
            bool leaves = instruction.FlowControl is FlowControl.Return or FlowControl.Interrupt or FlowControl.IndirectBranch or FlowControl.UnconditionalBranch;
            if (leaves && decoder.IP > furthest) break;
        }
        return code;
    }

    private static List<string> Spell(List<Instruction> code)
    {
        var inside = code.Select(instruction => instruction.IP).ToHashSet();
        var labels = code.Where(instruction => instruction.FlowControl is FlowControl.ConditionalBranch or FlowControl.UnconditionalBranch
                && inside.Contains(instruction.NearBranchTarget))
            .Select(instruction => instruction.NearBranchTarget).Distinct().Order().Select((target, i) => (target, Name: $"L{i + 1}"))
            .ToDictionary(label => label.target, label => label.Name);
        var formatter = new NasmFormatter(new Labels(labels));
        var lines = new List<string>();
        foreach (Instruction instruction in code)
        {
            if (labels.TryGetValue(instruction.IP, out string? label)) lines.Add(label + ":");
            var output = new StringOutput();
            formatter.Format(instruction, output);
            lines.Add("    " + output.ToStringAndReset());
        }
        return lines;
    }

    private static unsafe Decoder DecoderAt(ulong address, int bytes) =>
        Decoder.Create(64, new PinnedCode((byte*)address, bytes), address);

    private sealed unsafe class PinnedCode(byte* code, int bytes) : CodeReader
    {
        private int _at;

        public override int ReadByte() => _at < bytes ? code[_at++] : -1;
    }

    private sealed class Labels(Dictionary<ulong, string> names) : ISymbolResolver
    {
        public bool TryGetSymbol(in Instruction instruction, int operand, int instructionOperand, ulong address, int addressSize, out SymbolResult symbol)
        {
            if (!names.TryGetValue(address, out string? name))
            {
                symbol = default;
                return false;
            }
            symbol = new SymbolResult(address, name);
            return true;
        }
    }
}
