using System.Net;
using Tocsin.Hosting;

namespace Tocsin.Bearers;

/// <summary>The OIDC provider that signs people in, as gateways and silos are told of it: <c>Tocsin:Jwt</c>.</summary>
/// <param name="Authority"><c>Tocsin:Jwt:Authority</c>: its address.</param>
/// <param name="Audience"><c>Tocsin:Jwt:Audience</c>: the audience of its tokens.</param>
/// <param name="RoleClaim"><c>Tocsin:Jwt:RoleClaim</c>: the claim with the roles, default <c>roles</c>.</param>
public sealed record ProviderSettings(string Authority, string Audience, string RoleClaim)
{
    /// <summary>The claim with the roles, where no other is configured.</summary>
    public const string DefaultRoleClaim = "roles";

    private const string AuthorityKey = "Tocsin:Jwt:Authority";
    private const string AudienceKey = "Tocsin:Jwt:Audience";
    private const string KeyCacheKey = "Tocsin:Jwt:KeyCache";

    /// <summary>
    /// <c>Tocsin:Jwt:KeysFile</c>: a file with the provider's keys, as its <c>jwks_uri</c> gives them, read again when it changes; null
    /// (the default): the provider is asked for them.
    /// </summary>
    public string? KeysFile { get; private init; }

    /// <summary>
    /// <c>Tocsin:Jwt:Issuer</c>: the issuer of the provider's tokens, with <see cref="KeysFile"/>; default the authority's address.
    /// </summary>
    public string? Issuer { get; private init; }

    /// <summary>
    /// <c>Tocsin:Jwt:KeyCache</c>: the file in which the keys that the provider gave are kept over a restart; null (the default): in the
    /// embedded mode <c>signin-keys.json</c> in the data folder, else nowhere.
    /// </summary>
    public string? KeyCache { get; private init; }

    /// <summary>Reads it; null: there is none.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static ProviderSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var cache = CacheOf(configuration);
        if (Text(configuration, AuthorityKey) is not { } authority)
            return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || !IsTrusted(uri))
            throw new MisconfigurationException(AuthorityKey, "must be an https address (http only on this very machine)");
        var audience = Text(configuration, AudienceKey)
            ?? throw new MisconfigurationException(AudienceKey, $"is needed with {AuthorityKey}");
        return new ProviderSettings(authority, audience, Text(configuration, "Tocsin:Jwt:RoleClaim") ?? DefaultRoleClaim)
        {
            KeysFile = Text(configuration, "Tocsin:Jwt:KeysFile"),
            Issuer = Text(configuration, "Tocsin:Jwt:Issuer"),
            KeyCache = cache,
        };
    }

    private static string? CacheOf(IConfiguration configuration)
    {
        if (Text(configuration, KeyCacheKey) is not { } path)
            return null;
        var full = Path.GetFullPath(path);
        return Directory.Exists(Path.GetDirectoryName(full)) && !Directory.Exists(full)
            ? full
            : throw new MisconfigurationException(KeyCacheKey, "must name a file in a folder that exists");
    }

    private static string? Text(IConfiguration configuration, string key) => configuration[key] is { Length: > 0 } text ? text : null;

    private static bool IsTrusted(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri));

    private static bool IsLoopback(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
}
