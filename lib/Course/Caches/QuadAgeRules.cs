using System.Text.RegularExpressions;

namespace Course.Caches;

/// <summary>
/// One member of the QLRU family, by the name that nanoBench gives it: <c>QLRU_Hxy_Mz_Rr_Uu</c>, with <c>_UMO</c> when ages are only
/// brought up to date before a fill. Source: A. Abel and J. Reineke, "nanoBench", ISPASS 2020.
/// </summary>
/// <param name="AgeAfterHitAt3">x of H: the age that a hit gives a way of age 3.</param>
/// <param name="AgeAfterHitAt2">y of H: the age that a hit gives a way of age 2. Ages 1 and 0 become 0.</param>
/// <param name="AgeAfterFill">z of M.</param>
/// <param name="Victim">r of R: 0 first empty way from the left, else the leftmost of age 3; 1 the same, or way 0 where none has age 3;
/// 2 first empty way from the right, else the leftmost of age 3.</param>
/// <param name="Aging">u of U: 0 adds (3 - largest age) to all; 1 adds (3 - largest age of the others) to the others;
/// 2 adds 1 to all while none is 3; 3 adds 1 to the others while none is 3.</param>
/// <param name="AgeOnMissOnly">UMO: ages move before a victim is chosen, and at no other time.</param>
public readonly partial record struct QuadAgeRules(
    int AgeAfterHitAt3, int AgeAfterHitAt2, int AgeAfterFill, int Victim, int Aging, bool AgeOnMissOnly)
{
    /// <exception cref="ArgumentException">Not such a name.</exception>
    public static QuadAgeRules Parse(string name)
    {
        Match match = NamePattern().Match(name);
        if (!match.Success) throw new ArgumentException($"'{name}' is not QLRU_Hxy_Mz_Rr_Uu with H00, H10, H11, H20 or H21, M0-M3, R0-R2, U0-U3, as in QLRU_H11_M1_R0_U0.");
        int Digit(string group) => match.Groups[group].Value[0] - '0';
        var rules = new QuadAgeRules(Digit("x"), Digit("y"), Digit("z"), Digit("r"), Digit("u"), match.Groups["umo"].Success);
        if (rules.Victim != 1 && rules.Aging >= 2)
            throw new ArgumentException($"'{name}': R{rules.Victim} needs a way of age 3, which U{rules.Aging} does not ensure; use U0 or U1, or R1.");
        return rules;
    }

    public int AfterHit(int age) => age switch { 3 => AgeAfterHitAt3, 2 => AgeAfterHitAt2, _ => 0 };

    [GeneratedRegex("^QLRU_H(?<x>[0-2])(?<y>[01])(?<=H(00|10|11|20|21))_M(?<z>[0-3])_R(?<r>[0-2])_U(?<u>[0-3])(?<umo>_UMO)?$", RegexOptions.IgnoreCase)]
    private static partial Regex NamePattern();
}
