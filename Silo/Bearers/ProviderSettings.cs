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

    /// <summary>Reads it; null: there is none.</summary>
    /// <exception cref="MisconfigurationException">A key has no usable value.</exception>
    public static ProviderSettings? Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        if (configuration[AuthorityKey] is not { Length: > 0 } authority)
            return null;
        if (!Uri.TryCreate(authority, UriKind.Absolute, out var uri) || !IsTrusted(uri))
            throw new MisconfigurationException(AuthorityKey, "must be an https address (http only on this very machine)");
        return configuration[AudienceKey] is { Length: > 0 } audience
            ? new ProviderSettings(authority, audience, RoleClaimOf(configuration))
            : throw new MisconfigurationException(AudienceKey, $"is needed with {AuthorityKey}");
    }

    private static string RoleClaimOf(IConfiguration configuration) =>
        configuration["Tocsin:Jwt:RoleClaim"] is { Length: > 0 } claim ? claim : DefaultRoleClaim;

    private static bool IsTrusted(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && IsLoopback(uri));

    private static bool IsLoopback(Uri uri) =>
        uri.IsLoopback || (IPAddress.TryParse(uri.Host, out var address) && IPAddress.IsLoopback(address));
}
