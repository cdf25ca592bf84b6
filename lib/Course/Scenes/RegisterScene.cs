using System.Runtime.Intrinsics;

namespace Course.Scenes;

/// <summary>Two arrays of 64 bytes added with registers of 1 to 64 lanes: load, load, add, store, counted, over the loop that does it.</summary>
public sealed class RegisterScene : Scene
{
    private const int Length = 64;
    private const int RowLength = 16;

    /// <summary>Passes that are shown one by one; from then on all are the same.</summary>
    private const int MostPasses = 8;

    /// <summary>The parts of a pass, in the order of the loop's lines.</summary>
    private static readonly string[] Parts = ["a", "b", "sum", "result"];

    public RegisterScene() : base("One instruction, many additions", [.. new[] { 1, 4, 8, 16, 32, 64 }.Select(Run)])
    {
    }

    public override string PresetLabel => "Lanes";

    public override string SliderLabel => "Instruction";

    private static Preset Run(int lanes)
    {
        byte[] a = [.. Enumerable.Range(1, Length).Select(i => (byte)i)], b = [.. Enumerable.Range(1, Length).Select(i => (byte)(10 * (i % 4 + 1)))];
        var sums = new byte[Length];
        byte[]? left = null, right = null, sum = null;
        int instructions = 0, stored = 0, total = 4 * Length / lanes;
        List<Frame> frames = [Draw("Nothing has been loaded yet.", 0, "")];
        int at = 0;
        for (; at < Math.Min(Length, MostPasses * lanes); at += lanes)
        {
            string elements = lanes == 1 ? $"element {at}" : $"elements {at} to {at + lanes - 1}";
            (left, right, sum) = (a[at..(at + lanes)], null, null);
            Add($"Load {elements} of a.", "a");
            right = b[at..(at + lanes)];
            Add($"Load {elements} of b.", "b");
            sum = [.. left.Zip(right, (x, y) => (byte)(x + y))];
            Add(lanes == 1 ? "Add: one sum." : $"Add: {lanes} sums, one instruction.", "sum");
            sum.CopyTo(sums, at);
            stored = at + lanes;
            Add($"Store {elements} of the result.", "result");

            void Add(string narration, string active)
            {
                instructions++;
                frames.Add(Draw(narration, at, active));
            }
        }
        if (at < Length)
        {
            for (int i = at; i < Length; i++) sums[i] = (byte)(a[i] + b[i]);
            (left, right, sum, instructions, stored) = (null, null, null, total, Length);
            frames.Add(Draw($"And so on up to element {Length - 1}, four instructions a pass.", at, "result"));
        }
        return new Preset($"{lanes} ({lanes * 8} bits)", frames, Width(lanes));

        Frame Draw(string narration, int first, string active) => new(narration,
        [
            new CodePanel("The loop", Loop(lanes), Array.IndexOf(Parts, active) + 1),
            Memory("a in memory", a, Length, first, active == "a"),
            Memory("b in memory", b, Length, first, active == "b"),
            new CellsPanel("Registers", [.. Register("a", left, active), .. Register("b", right, active), .. Register("sum", sum, active)]),
            Memory("The result in memory", sums, stored, first, active == "result"),
        ],
        [new Counter("instructions", instructions), new Counter("sums stored", stored), new Counter($"instructions for all {Length}", total)]);

        CellsPanel Memory(string title, byte[] values, int filled, int first, bool active) => new(title, [.. Enumerable.Range(0, Length).Chunk(RowLength).Select(row =>
            new CellRow("", [.. row.Select(i => i >= filled ? new Cell("")
                : new Cell($"{values[i]}", active && i >= first && i < first + lanes ? CellRole.Active : CellRole.Plain))]))]);

        IEnumerable<CellRow> Register(string name, byte[]? values, string active) => Enumerable.Range(0, lanes).Chunk(RowLength).Select(row =>
            new CellRow(row[0] == 0 ? name : " ", [.. row.Select(i => values is null
                ? new Cell("", CellRole.Free) : new Cell($"{values[i]}", active == name ? CellRole.Active : CellRole.Used))]));
    }

    /// <summary>The loop's head, then one line for each of <see cref="Parts"/>.</summary>
    private static string Loop(int lanes)
    {
        string type = lanes switch { 1 => "byte", 4 => "uint", _ => $"Vector{lanes * 8}<byte>" };
        string Load(string array) => lanes switch { 1 => $"{array}[i]", 4 => $"Unsafe.ReadUnaligned<uint>(ref {array}[i])", _ => $"Vector{lanes * 8}.LoadUnsafe(ref {array}[i])" };
        string store = lanes switch { 1 => "result[i] = s", 4 => "Unsafe.WriteUnaligned(ref result[i], s)", _ => "s.StoreUnsafe(ref result[i])" };
        return $$"""
            for (int i = 0; i < {{Length}}; i += {{lanes}}) {
                {{type}} x = {{Load("a")}};
                {{type}} y = {{Load("b")}};
                {{type}} s = {{(lanes == 1 ? "(byte)(x + y)" : "x + y")}};
                {{store}};
            }
            """;
    }

    private static string Width(int lanes) => lanes switch
    {
        1 => "One byte at a time: four instructions for each sum.",
        4 => "Four bytes fit in an ordinary register of 32 bits. One addition does for all four only because no sum here is above 255 and spills over.",
        8 => "Eight bytes fit in an ordinary register of 64 bits; programs rarely use it so.",
        16 => Here("128", Vector128.IsHardwareAccelerated),
        32 => Here("256", Vector256.IsHardwareAccelerated),
        _ => Here("512", Vector512.IsHardwareAccelerated),
    };

    private static string Here(string bits, bool has) => has ? $"This processor has registers of {bits} bits." : $"This processor has no registers of {bits} bits, or they are switched off.";
}
