namespace Tocsin.Tests.Provider;

/// <summary>The provider's configuration.</summary>
internal sealed class ProviderOptions
{
    /// <summary>Where it keeps its keys, its grants and its people.</summary>
    public required string Folder { get; init; }

    /// <summary>The console's client id.</summary>
    public string Client { get; init; } = "tocsin-console";

    /// <summary>The audience of access tokens.</summary>
    public string Audience { get; init; } = "tocsin";

    /// <summary>The addresses to which the console returns.</summary>
    public IReadOnlyList<string> Redirects { get; init; } = [];

    /// <summary>How long an access token is valid.</summary>
    public TimeSpan AccessTokenLifetime { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The file of its people.</summary>
    public string PeopleFile => Path.Combine(Folder, "people.json");

    /// <summary>Reads it.</summary>
    public static ProviderOptions Read(IConfiguration configuration) =>
        configuration.Get<ProviderOptions>() ?? throw new InvalidOperationException("--Folder is needed");
}
