namespace Course.Tests.Profile;

/// <summary>Profilers of which a process takes one at a time.</summary>
[CollectionDefinition("Profiles")]
public sealed class ProfilesCollection;
