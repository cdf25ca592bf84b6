namespace Course.Caches;

/// <summary>A level as command lines write it: <c>32KiB,8,64</c>, and behind that, in any order, a policy, wb or wt, wa or nwa.</summary>
public static class LevelConfigurationText
{
    /// <exception cref="FormatException">Not such a text.</exception>
    /// <exception cref="ArgumentException">A geometry or policy that does not exist.</exception>
    public static LevelConfiguration Parse(string name, string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        if (parts.Length < 3 || !int.TryParse(parts[1], out int ways))
            throw new FormatException($"'{text}' is no cache; write size,ways,line[,policy], as in 32KiB,8,64,lru.");
        long lineBytes = ByteSize.Parse(parts[2]);
        if (lineBytes is < 1 or > 1 << 30) throw new FormatException($"'{text}': a line of {parts[2]} bytes does not exist.");
        var level = new LevelConfiguration(name, CacheGeometry.OfSize(ByteSize.Parse(parts[0]), ways, (int)lineBytes));
        foreach (string option in parts[3..])
        {
            level = option.ToLowerInvariant() switch
            {
                "wb" => level with { WriteBack = true },
                "wt" => level with { WriteBack = false },
                "wa" => level with { WriteAllocate = true },
                "nwa" => level with { WriteAllocate = false },
                _ => level with { Policy = Checked(option) },
            };
        }
        return level;
    }

    private static string Checked(string policy)
    {
        ReplacementPolicy.Create(policy, sets: 1, ways: 2);
        return policy.ToUpperInvariant();
    }
}
