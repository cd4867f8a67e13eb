using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tocsin.Bearers;
using Tocsin.Routing;
using Tocsin.Settings;

namespace Tocsin.SignIn;

/// <summary>
/// Sign-in: development tokens and those of an OIDC provider are two schemes that share no key and no algorithm (<see
/// cref="TokenForm"/>), so that one can never be taken for the other.
/// </summary>
internal static class SignInSetup
{
    /// <summary>Adds it.</summary>
    public static void AddSignIn(this IServiceCollection services, GatewayOptions options)
    {
        services.AddSingleton<DevTokens>();
        services.AddSingleton<TokenCache>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInProblems>();
        services.AddAuthorizationCore();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        var authentication = services.AddAuthentication(OnlyScheme(options) ?? Schemes.Any)
            .AddPolicyScheme(Schemes.Any, null, policy => policy.ForwardDefaultSelector = http => SchemeOf(http, options));
        // A scheme that is not configured has no key: it accepts no token.
        authentication.AddJwtBearer(Schemes.Development, jwt => SetUpDevelopment(jwt, options));
        if (options.Authority is not null)
            authentication.AddJwtBearer(Schemes.Oidc, jwt => SetUpOidc(jwt, options));
        RemoveKeyRing(services);
    }

    // With one kind of token there is nothing to choose.
    private static string? OnlyScheme(GatewayOptions options) =>
        options.Authority is null ? Schemes.Development : options.DevTokensAllowed ? null : Schemes.Oidc;

    // Cookies would need a key ring, which ASP.NET Core creates in the home directory at each start. The gateway uses no cookies.
    private static void RemoveKeyRing(IServiceCollection services)
    {
        foreach (var service in services.Where(IsKeyRing).ToArray())
            services.Remove(service);
    }

    private static bool IsKeyRing(ServiceDescriptor service) =>
        service.ServiceType == typeof(IHostedService)
        && service.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true;

    private static void SetUpDevelopment(JwtBearerOptions jwt, GatewayOptions options)
    {
        jwt.MapInboundClaims = false;
        jwt.TokenValidationParameters = TokenForm.OfDevelopment();
        jwt.Events = new JwtBearerEvents
        {
            OnMessageReceived = async context =>
            {
                if (TryCache(context, Schemes.Development))
                    return;
                if (options.DevTokensAllowed && NeedsToken(context.HttpContext))
                    context.Options.TokenValidationParameters.IssuerSigningKey ??= await KeyAsync(context.HttpContext);
                else
                    context.NoResult();
            },
            OnTokenValidated = context => Keep(context, Schemes.Development, "roles"),
        };
    }

    private static ValueTask<SymmetricSecurityKey> KeyAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<DevTokens>().Key(http.RequestAborted);

    private static void SetUpOidc(JwtBearerOptions jwt, GatewayOptions options)
    {
        jwt.MapInboundClaims = false;
        jwt.Authority = options.Authority;
        jwt.Audience = options.Audience;
        // GatewayOptions accepts http for a provider on this machine only.
        jwt.RequireHttpsMetadata = options.Authority!.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        // The library's default of five minutes refuses every token after a second change of the provider's keys within that time.
        jwt.RefreshInterval = GatewayLimits.ProviderKeysRefresh;
        jwt.TokenValidationParameters = TokenForm.OfProvider(options.Audience!);
        jwt.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                if (!TryCache(context, Schemes.Oidc) && !NeedsToken(context.HttpContext))
                    context.NoResult();
                return Task.CompletedTask;
            },
            OnTokenValidated = context => Keep(context, Schemes.Oidc, options.RoleClaim),
        };
    }

    /// <summary>The bearer token of a request; null when there is none.</summary>
    public static string? TokenOf(HttpContext http) =>
        http.Request.Headers.Authorization is [{ Length: > 7 } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header[7..].Trim()
            : null;

    /// <summary>Whether a request's token will be judged as a development token.</summary>
    public static bool IsDevelopment(HttpContext http, GatewayOptions options) =>
        options.DevTokensAllowed && NeedsToken(http) && SchemeOf(http, options) == Schemes.Development;

    private static string SchemeOf(HttpContext http, GatewayOptions options)
    {
        if (options.Authority is null || TokenOf(http) is not { } token)
            return Schemes.Development;
        if (http.RequestServices.GetRequiredService<TokenCache>().SchemeOf(token) is { } known)
            return known;
        try
        {
            // This only chooses the scheme, which then validates the token.
            return new JsonWebToken(token).Issuer == DevTokens.Issuer ? Schemes.Development : Schemes.Oidc;
        }
        catch (ArgumentException)
        {
            return Schemes.Oidc;
        }
    }

    // Health and metrics need no token, and must answer also when no token can be validated.
    private static bool NeedsToken(HttpContext http) =>
        TokenOf(http) is not null && http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { IsOpen: false };

    private static bool TryCache(MessageReceivedContext context, string scheme)
    {
        if (TokenOf(context.HttpContext) is not { } token
            || context.HttpContext.RequestServices.GetRequiredService<TokenCache>().Find(token, scheme) is not { } principal)
        {
            return false;
        }
        context.Principal = principal;
        context.Success();
        return true;
    }

    private static Task Keep(TokenValidatedContext context, string scheme, string roleClaim)
    {
        if (context.Principal?.Identity is not ClaimsIdentity identity || Caller.Of(identity, roleClaim) is not { } caller)
        {
            context.Fail("The token has no valid sub.");
            return Task.CompletedTask;
        }
        var principal = new CallerPrincipal(identity, caller);
        context.Principal = principal;
        if (TokenOf(context.HttpContext) is { } token)
        {
            context.HttpContext.RequestServices.GetRequiredService<TokenCache>()
                .Remember(token, scheme, principal, context.SecurityToken.ValidTo);
        }
        return Task.CompletedTask;
    }
}
