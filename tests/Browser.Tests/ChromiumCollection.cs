namespace Browser.Tests;

[CollectionDefinition("Chromium")]
public sealed class ChromiumCollection : ICollectionFixture<Chromium>;
