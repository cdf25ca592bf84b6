using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Course.Caches;
using Course.Caches.Reports;
using Course.Measure;
using Course.Traces;

namespace Cli.Commands;

/// <summary><c>course cache TRACE</c>: what a hierarchy of caches makes of a memory trace.</summary>
internal static class CacheCommand
{
    private static readonly JsonSerializerOptions Json = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private static readonly Argument<FileInfo?> TraceFile = new("trace")
    {
        Description = "A trace in lackey's, cachelab's or (name ending in .din) Dinero's text, plain or gzip.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private static readonly Option<string?> I1 = LevelOption("--i1", "The instruction cache of the cachegrind hierarchy; as --l1 unless stated.");
    private static readonly Option<string?> L1 = LevelOption("--l1", "size,ways,line[,policy][,wt][,nwa], as in 32KiB,8,64,lru.");
    private static readonly Option<string?> L2 = LevelOption("--l2", "The second level; LL of the cachegrind hierarchy.");
    private static readonly Option<string?> L3 = LevelOption("--l3", "The third level.");
    private static readonly Option<string> Access = new("--access") { Description = "split, cachelab or cachegrind.", DefaultValueFactory = _ => "" };
    private static readonly Option<string> Rules = new("--hierarchy")
    {
        Description = "dinero, inclusive, exclusive, nine, cachegrind, pycachesim-rfo or pycachesim-native.",
        DefaultValueFactory = _ => "dinero",
    };
    private static readonly Option<string> Prefetch = new("--prefetch")
    {
        Description = "What L1 fetches ahead: none, next-line-always, on-miss or tagged.",
        DefaultValueFactory = _ => "none",
    };
    private static readonly Option<bool> OfThisMachine = new("--machine") { Description = "The data caches of this machine, as LRU, with their latencies measured now." };
    private static readonly Option<int?> At = new("--at") { Description = "Also show what the access of this index does, and its sets before and after." };
    private static readonly Option<bool> AsJson = new("--json") { Description = "The report as JSON." };

    public static Command Create()
    {
        var command = new Command("cache", "Simulates caches on a memory trace, and reports who misses, why, and what would help.")
        {
            TraceFile, I1, L1, L2, L3, Access, Rules, Prefetch, OfThisMachine, At, AsJson,
            CacheBenchCommand.Create(), CacheVerifyCommand.Create(),
        };
        command.SetAction(Run);
        return command;
    }

    private static Option<string?> LevelOption(string name, string description) => new(name) { Description = description };

    private static int Run(ParseResult parsed)
    {
        try
        {
            FileInfo file = parsed.GetValue(TraceFile) ?? throw new ArgumentException("Name a trace file, or 'verify' and a folder of cases. 'course cache --help' tells more.");
            CacheConfiguration configuration = Configuration(parsed);
            CacheReport report = CacheReport.Of(configuration, TraceReader.Load(file.FullName), parsed.GetValue(OfThisMachine) ? MeasuredLatency() : null, parsed.GetValue(At));
            Console.Out.WriteLine(parsed.GetValue(AsJson) ? JsonSerializer.Serialize(report, Json) : CacheReportText.Format(report));
            return 0;
        }
        catch (Exception unusable) when (unusable is IOException or FormatException or InvalidDataException or ArgumentException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine(unusable.Message);
            return 2;
        }
    }

    private static CacheConfiguration Configuration(ParseResult parsed)
    {
        HierarchyKind hierarchy = CacheNames.ParseHierarchy(parsed.GetValue(Rules)!);
        string access = parsed.GetValue(Access)!;
        AccessMode mode = access.Length > 0 ? CacheNames.ParseAccess(access)
            : hierarchy == HierarchyKind.Cachegrind ? AccessMode.Cachegrind : AccessMode.Split;
        RefuseIgnoredOptions(parsed, hierarchy);
        List<LevelConfiguration> levels = parsed.GetValue(OfThisMachine) ? ThisMachine() : Stated(parsed, hierarchy);
        levels[0] = levels[0] with { Prefetch = CacheNames.ParsePrefetch(parsed.GetValue(Prefetch)!) };
        return new CacheConfiguration(levels, hierarchy, mode);
    }

    private static void RefuseIgnoredOptions(ParseResult parsed, HierarchyKind hierarchy)
    {
        bool ofCachegrind = hierarchy == HierarchyKind.Cachegrind;
        Option<string?>[] levels = [I1, L1, L2, L3];
        if (parsed.GetValue(OfThisMachine) && levels.FirstOrDefault(option => parsed.GetValue(option) is not null) is { } stated)
            throw new ArgumentException($"--machine takes the caches of this machine; leave out {stated.Name}, or --machine.");
        if (parsed.GetValue(OfThisMachine) && ofCachegrind)
            throw new ArgumentException("--machine tells the data caches alone, and the cachegrind hierarchy needs an instruction cache too; state --i1, --l1 and --l2.");
        if (parsed.GetValue(I1) is not null && !ofCachegrind) throw new ArgumentException("--i1 belongs to --hierarchy cachegrind; the others have no instruction cache.");
        if (parsed.GetValue(L3) is not null && ofCachegrind) throw new ArgumentException("The cachegrind hierarchy has no third level; its --l2 is LL.");
    }

    private static List<LevelConfiguration> Stated(ParseResult parsed, HierarchyKind hierarchy)
    {
        string l1 = parsed.GetValue(L1) ?? "32KiB,8,64,lru";
        if (hierarchy == HierarchyKind.Cachegrind)
        {
            return
            [
                LevelConfigurationText.Parse("I1", parsed.GetValue(I1) ?? l1),
                LevelConfigurationText.Parse("D1", l1),
                LevelConfigurationText.Parse("LL", parsed.GetValue(L2) ?? "8MiB,16,64,lru"),
            ];
        }
        List<LevelConfiguration> levels = [LevelConfigurationText.Parse("L1", l1)];
        if (parsed.GetValue(L2) is { } l2) levels.Add(LevelConfigurationText.Parse("L2", l2));
        if (parsed.GetValue(L3) is not { } l3) return levels;
        if (levels.Count < 2) throw new ArgumentException("--l3 needs --l2 above it.");
        levels.Add(LevelConfigurationText.Parse("L3", l3));
        return levels;
    }

    private static List<LevelConfiguration> ThisMachine()
    {
        List<LevelConfiguration> levels =
        [
            .. Machine.Current.DataCaches().Where(cache => cache is { Bytes: > 0, Ways: > 0, LineBytes: > 0 })
                .Select(cache => new LevelConfiguration(cache.Name, CacheGeometry.OfSize(cache.Bytes, cache.Ways, cache.LineBytes))),
        ];
        return levels.Count > 0 ? levels : throw new ArgumentException("This system does not tell its caches; state them with --l1, --l2 and --l3.");
    }

    private static LatencyModel MeasuredLatency()
    {
        IReadOnlyList<MemoryLevel> levels = MemoryLevel.MeasureAll();
        return new LatencyModel([.. levels.SkipLast(1).Select(level => level.Cycles)], levels[^1].Cycles);
    }
}
