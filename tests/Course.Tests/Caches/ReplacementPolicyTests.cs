using Course.Caches;
using Course.Traces;

namespace Course.Tests.Caches;

public sealed class ReplacementPolicyTests
{
    [Theory]
    [InlineData("LRU", 10)]
    [InlineData("FIFO", 11)]
    [InlineData("PLRU-tree", 9)]
    [InlineData("PLRU-tree-linearfill", 8)]
    [InlineData("PLRUl", 8)]
    public void Twelve_uses_of_six_lines_through_four_ways_miss_as_worked_out_by_hand(string policy, long misses)
    {
        // 1 2 3 4 fill; 1 hits; 5 evicts 2 (LRU), 1 (FIFO), 2 (tree, which filled ways 0, 2, 1, 3), 3 (tree after a linear fill); and so on.
        ulong[] lines = [1, 2, 3, 4, 1, 5, 1, 2, 3, 4, 5, 6];
        var simulator = new CacheSimulator(new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(1, 4, 64), policy)));
        foreach (ulong line in lines) simulator.Step(new Access(AccessKind.Load, line * 64, 1));
        Assert.Equal(misses, simulator.Counts[0].Misses);
    }

    [Theory]
    [InlineData("PLRU-tree", false)]
    [InlineData("PLRU-tree-linearfill", true)]
    public void Trees_choose_the_half_that_was_not_touched_last(string policy, bool lowestEmptyFirst)
    {
        var random = new Random(8);
        for (int ways = 1; ways <= 32; ways *= 2)
        {
            int sets = 1 << random.Next(3);
            var simulator = new CacheSimulator(new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(sets, ways, 64), policy)));
            var blocks = Enumerable.Range(0, sets).Select(_ => Enumerable.Repeat(-1, ways).ToList()).ToList();
            var touchedUpper = new Dictionary<(int Set, int First, int Count), bool>(); // By part of a set; a part untouched so far counts as upper.
            for (int i = 0; i < 500; i++)
            {
                int block = random.Next(sets * (ways + ways / 2 + 1)), set = block % sets, way = blocks[set].IndexOf(block);
                long missesBefore = simulator.Counts[0].Misses;
                simulator.Step(new Access(AccessKind.Load, (ulong)block * 64, 1));
                Assert.True(simulator.Counts[0].Misses - missesBefore == (way < 0 ? 1 : 0), $"{policy}, {ways} ways, access {i}");
                if (way < 0)
                {
                    (int first, int count) = lowestEmptyFirst && blocks[set].Contains(-1) ? (blocks[set].IndexOf(-1), 1) : (0, ways);
                    for (; count > 1; count /= 2)
                        if (!touchedUpper.GetValueOrDefault((set, first, count), true)) first += count / 2;
                    blocks[set][way = first] = block;
                }
                for (int count = ways; count > 1; count /= 2)
                {
                    int first = way / count * count;
                    touchedUpper[(set, first, count)] = way >= first + count / 2;
                }
            }
        }
    }

    [Fact]
    public void Every_member_of_the_age_family_agrees_with_its_definition()
    {
        var random = new Random(7);
        foreach (string hit in (string[])["H00", "H10", "H11", "H20", "H21"])
            foreach (string tail in (string[])["R0_U0", "R0_U1", "R1_U0", "R1_U1", "R1_U2", "R1_U3", "R2_U0", "R2_U1", "R0_U0_UMO", "R1_U2_UMO", "R2_U1_UMO"])
                for (int fill = 0; fill < 4; fill++)
                    CompareWithDefinition($"QLRU_{hit}_M{fill}_{tail}", random);
    }

    [Theory]
    [InlineData("QLRU_H11_M1_R0_U2")]
    [InlineData("QLRU_H12_M1_R0_U0")]
    [InlineData("QLRU_H11_M4_R0_U0")]
    [InlineData("MRU")]
    [InlineData("")]
    public void Unknown_policies_are_refused_by_name(string name) =>
        Assert.Contains($"'{name}'", Assert.Throws<ArgumentException>(() => ReplacementPolicy.Create(name, 1, 4)).Message, StringComparison.OrdinalIgnoreCase);

    private static void CompareWithDefinition(string name, Random random)
    {
        int ways = random.Next(2, 9);
        var simulator = new CacheSimulator(new CacheConfiguration(new LevelConfiguration("L1", new CacheGeometry(1, ways, 64), name)));
        var blocks = Enumerable.Repeat(-1, ways).ToList();
        var ages = Enumerable.Repeat(3, ways).ToList();
        string[] rule = name.Split('_');
        bool missOnly = rule.Length == 6;
        for (int i = 0; i < 120; i++)
        {
            int block = random.Next(ways + 4), at = blocks.IndexOf(block);
            long missesBefore = simulator.Counts[0].Misses;
            simulator.Step(new Access(AccessKind.Load, (ulong)block * 64, 1));
            Assert.True(simulator.Counts[0].Misses - missesBefore == (at < 0 ? 1 : 0), $"{name}, {ways} ways, access {i}");
            if (at >= 0)
            {
                ages[at] = ages[at] == 3 ? rule[1][1] - '0' : ages[at] == 2 ? rule[1][2] - '0' : 0;
            }
            else
            {
                if (missOnly) Age(ages, rule[4], -1);
                bool empty = blocks.Contains(-1);
                at = empty ? (rule[3] == "R2" ? blocks.LastIndexOf(-1) : blocks.IndexOf(-1)) : ages.IndexOf(3);
                if (at < 0) at = 0;
                blocks[at] = block;
                ages[at] = rule[2][1] - '0';
            }
            if (!missOnly) Age(ages, rule[4], at);
        }
    }

    private static void Age(List<int> ages, string rule, int touched)
    {
        int[] before = [.. ages];
        for (int way = 0; way < before.Length; way++)
        {
            ages[way] += rule switch
            {
                "U0" => 3 - before.Max(),
                "U1" => way == touched ? 0 : 3 - before.Where((_, other) => other != touched).Max(),
                "U2" => before.Contains(3) ? 0 : 1,
                _ => way == touched || before.Contains(3) ? 0 : 1,
            };
        }
    }
}
