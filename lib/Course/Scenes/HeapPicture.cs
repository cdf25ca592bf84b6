using Course.Traces.Layouts;

namespace Course.Scenes;

/// <summary>A heap as rows of 64 bytes, the size of a cache line, each block as wide as its bytes.</summary>
internal static class HeapPicture
{
    private const int LineBytes = 64;
    private const int UnitBytes = 8;

    /// <param name="heap">Blocks of multiples of 8 bytes.</param>
    /// <param name="fresh">First addresses of the blocks that this step made.</param>
    public static IReadOnlyList<CellRow> Rows(SimulatedHeap heap, IReadOnlySet<ulong> fresh)
    {
        var rows = new List<CellRow>();
        var cells = new List<Cell>();
        foreach (HeapBlock block in heap.Blocks)
        {
            int[] pieces = [.. Pieces(block)];
            int named = Array.IndexOf(pieces, pieces.Max());
            ulong at = block.Address;
            for (int i = 0; i < pieces.Length; i++)
            {
                cells.Add(Cell(block, pieces[i], i == named, fresh));
                at += (ulong)pieces[i];
                if (at % LineBytes != 0) continue;
                rows.Add(new CellRow((at - LineBytes).ToString("x"), [.. cells]));
                cells.Clear();
            }
        }
        return rows;
    }

    /// <summary>The block's bytes, cut where a line ends.</summary>
    private static IEnumerable<int> Pieces(HeapBlock block)
    {
        ulong end = block.Address + (ulong)block.Bytes, next;
        for (ulong at = block.Address; at < end; at = next)
        {
            next = Math.Min(end, (at / LineBytes + 1) * LineBytes);
            yield return (int)(next - at);
        }
    }

    private static Cell Cell(HeapBlock block, int bytes, bool named, IReadOnlySet<ulong> fresh)
    {
        CellRole role = block.State switch
        {
            BlockState.Free => CellRole.Free,
            BlockState.Garbage => CellRole.Garbage,
            _ when fresh.Contains(block.Address) => CellRole.Active,
            _ when block.Name == "another object" => CellRole.Plain,
            _ => CellRole.Used,
        };
        string text = !named || role is CellRole.Free or CellRole.Plain ? "" : block.Name.Split(" of ")[0];
        return new Cell(text, role) { Span = bytes / UnitBytes };
    }
}
