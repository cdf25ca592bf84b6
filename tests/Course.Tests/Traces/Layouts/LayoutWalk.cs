using Course.Traces.Layouts;

namespace Course.Tests.Traces.Layouts;

/// <summary>Goes through a layout as the processor would, trusting only addresses.</summary>
internal static class LayoutWalk
{
    /// <summary>The number at a path, found through the blocks' fields at the addresses read; each pointer must lead to where the next read is.</summary>
    public static double Follow(MemoryLayout layout, params int[] path)
    {
        IReadOnlyList<LayoutBlock> blocks = layout.Blocks;
        LayoutBlock expected = blocks[0];
        LayoutField field = default;
        foreach (LayoutRead read in layout.Read(path))
        {
            LayoutBlock block = Assert.Single(blocks, block => block.Contains(read.Address));
            Assert.Same(expected, block);
            Assert.Equal(block.Name, read.Block);
            field = Assert.Single(block.Fields, field => field.Offset <= Offset(read, block) && Offset(read, block) + read.Bytes <= field.Offset + field.Bytes);
            Assert.Equal((field.Target, field.Value), (read.Target, read.Value));
            if (field.Kind == FieldKind.Pointer) expected = Assert.Single(blocks, block => block.Contains(field.Target));
        }
        Assert.Equal(FieldKind.Value, field.Kind);
        return field.Value;
    }

    /// <summary>Blocks do not overlap, fields fill them, and no name or address comes twice.</summary>
    public static void AssertWellFormed(MemoryLayout layout)
    {
        LayoutBlock[] blocks = [.. layout.Blocks.OrderBy(block => block.Address)];
        Assert.Equal(blocks.Length, blocks.Select(block => block.Name).Distinct().Count());
        for (int i = 1; i < blocks.Length; i++) Assert.True(blocks[i - 1].Address + (ulong)blocks[i - 1].Bytes <= blocks[i].Address);
        foreach (LayoutBlock block in blocks)
        {
            int at = 0;
            foreach (LayoutField field in block.Fields)
            {
                Assert.Equal(at, field.Offset);
                Assert.True(field.Bytes > 0);
                at += field.Bytes;
            }
            Assert.Equal(block.Bytes, at);
        }
    }

    private static int Offset(LayoutRead read, LayoutBlock block) => (int)(read.Address - block.Address);
}
