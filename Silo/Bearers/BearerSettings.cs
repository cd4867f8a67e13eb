using Tocsin.Hosting;
using Tocsin.Settings;

namespace Tocsin.Bearers;

/// <summary>How a silo judges the tokens with which gateways call it.</summary>
public sealed record BearerSettings
{
    /// <summary>The key of <see cref="Unchecked"/>.</summary>
    public const string UncheckedKey = "Tocsin:Bearers:Unchecked";

    private const string DevTokensKey = "Tocsin:DevTokens";

    /// <summary>The OIDC provider; null: none.</summary>
    public ProviderSettings? Provider { get; private init; }

    /// <summary>
    /// <c>Tocsin:DevTokens</c>: whether development tokens are good here, and gateways get their key; default true in the embedded mode
    /// without a provider, else false.
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
            DevTokensAllowed = devTokens ?? (mode == RunMode.Embedded && provider is null),
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
