using Tocsin.Hosting;
using Tocsin.Settings;

namespace Tocsin.Bearers;

/// <summary>How a silo judges the tokens with which gateways call it.</summary>
public sealed record BearerSettings
{
    /// <summary>The key of <see cref="Unchecked"/>.</summary>
    public const string UncheckedKey = "Tocsin:Bearers:Unchecked";

    private const string DevTokensKey = "Tocsin:DevTokens";
    private const string KeysFileKey = "Tocsin:Jwt:KeysFile";
    private const string KeyCacheKey = "Tocsin:Jwt:KeyCache";
    private const string IssuerKey = "Tocsin:Jwt:Issuer";

    /// <summary>The OIDC provider; null: none.</summary>
    public ProviderSettings? Provider { get; private init; }

    /// <summary>
    /// <c>Tocsin:Jwt:KeysFile</c>: a file with the provider's keys, as its <c>jwks_uri</c> gives them, read again when it changes; null
    /// (the default): the silo asks the provider for them.
    /// </summary>
    public string? KeysFile { get; private init; }

    /// <summary>
    /// <c>Tocsin:Jwt:Issuer</c>: the issuer of the provider's tokens, with <see cref="KeysFile"/>; default the authority's address.
    /// </summary>
    public string? Issuer { get; private init; }

    /// <summary>
    /// <c>Tocsin:Jwt:KeyCache</c>: the file in which the keys that the provider gave are kept over a restart; null (the default): nowhere.
    /// In the embedded mode the gateway keeps them.
    /// </summary>
    public string? KeyCache { get; private init; }

    /// <summary>
    /// <c>Tocsin:DevTokens</c>: whether development tokens are good here, and gateways get their key; default false in the mode Cluster.
    /// </summary>
    public bool DevTokensAllowed { get; private init; }

    /// <summary>
    /// <c>Tocsin:Bearers:Unchecked</c>: true: calls of gateways that send no token are served as in versions of before; false: never; null
    /// (the default): until no silo and no gateway of before is left. In the embedded mode false.
    /// </summary>
    public bool? Unchecked { get; private init; }

    /// <summary>Reads it.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static BearerSettings Read(IConfiguration configuration, RunMode mode)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var provider = ProviderSettings.Read(configuration);
        var devTokens = Flag(configuration, DevTokensKey);
        var isUnchecked = Flag(configuration, UncheckedKey);
        if (mode == RunMode.Cluster && provider is null && devTokens != true && isUnchecked != true)
        {
            throw new MisconfigurationException(
                "Tocsin:Jwt:Authority",
                "must name the OIDC provider at each silo too, whose tokens silos check (or Tocsin:DevTokens be true, for tests)");
        }

        return new BearerSettings
        {
            Provider = provider,
            KeysFile = configuration[KeysFileKey] is { Length: > 0 } file ? file : null,
            KeyCache = mode == RunMode.Cluster && configuration[KeyCacheKey] is { Length: > 0 } cache ? cache : null,
            Issuer = configuration[IssuerKey] is { Length: > 0 } issuer ? issuer : null,
            DevTokensAllowed = devTokens ?? mode == RunMode.Embedded,
            Unchecked = mode == RunMode.Embedded ? false : isUnchecked,
        };
    }

    private static bool? Flag(IConfiguration configuration, string key) => configuration[key] switch
    {
        null or "" => null,
        var text when bool.TryParse(text, out var flag) => flag,
        _ => throw new MisconfigurationException(key, "must be true or false"),
    };
}
