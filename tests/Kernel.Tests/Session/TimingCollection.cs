namespace Kernel.Tests.Session;

/// <summary>Tests that compare times run alone.</summary>
[CollectionDefinition("timing", DisableParallelization = true)]
public sealed class TimingCollection;
