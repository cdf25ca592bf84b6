using System.Runtime.Intrinsics;

namespace Course.Scenes;

/// <summary>Two arrays of 32 bytes added with registers of 1, 4, 8, 16 and 32 lanes: load, load, add, store, counted.</summary>
public sealed class RegisterScene : Scene
{
    private const int Length = 32;
    private const int RowLength = 16;

    public RegisterScene() : base("One instruction, many additions", [.. new[] { 1, 4, 8, 16, 32 }.Select(Run)])
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
        for (int at = 0; at < Length; at += lanes)
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
        return new Preset($"{lanes} ({lanes * 8} bits)", frames, Width(lanes));

        Frame Draw(string narration, int at, string active) => new(narration,
        [
            Memory("a in memory", a, Length, at, active == "a"),
            Memory("b in memory", b, Length, at, active == "b"),
            new CellsPanel("Registers", [.. Register("a", left, active), .. Register("b", right, active), .. Register("sum", sum, active)]),
            Memory("The result in memory", sums, stored, at, active == "result"),
        ],
        [new Counter("instructions", instructions), new Counter("sums stored", stored), new Counter("instructions for all 32", total)]);

        CellsPanel Memory(string title, byte[] values, int filled, int at, bool active) => new(title, [.. Enumerable.Range(0, Length).Chunk(RowLength).Select(row =>
            new CellRow("", [.. row.Select(i => i >= filled ? new Cell("", CellRole.Free)
                : new Cell($"{values[i]}", active && i >= at && i < at + lanes ? CellRole.Active : CellRole.Plain))]))]);

        IEnumerable<CellRow> Register(string name, byte[]? values, string active) => Enumerable.Range(0, lanes).Chunk(RowLength).Select(row =>
            new CellRow(row[0] == 0 ? name : " ", [.. row.Select(i => values is null
                ? new Cell("", CellRole.Free) : new Cell($"{values[i]}", active == name ? CellRole.Active : CellRole.Used))]));
    }

    private static string Width(int lanes) => lanes switch
    {
        1 => "One byte at a time: four instructions for each sum.",
        4 or 8 => $"{lanes} bytes fit in an ordinary register of {lanes * 8} bits; programs rarely use it so.",
        16 => Here("128", Vector128.IsHardwareAccelerated),
        _ => Here("256", Vector256.IsHardwareAccelerated) + (Vector512.IsHardwareAccelerated ? " It has 512 bits too, 64 bytes at once." : ""),
    };

    private static string Here(string bits, bool has) => has ? $"This processor has registers of {bits} bits." : $"This processor has no registers of {bits} bits, or they are switched off.";
}
