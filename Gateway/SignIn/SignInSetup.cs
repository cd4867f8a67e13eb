using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tocsin.Bearers;
using Tocsin.Hosting;
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
        services.AddSingleton<TokenRules>();
        services.AddSingleton<BlockedSubjects>();
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, SignInProblems>();
        services.AddAuthorizationCore();
        services.AddAuthorization();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
        var authentication = services.AddAuthentication(OnlyScheme(options) ?? Schemes.Any)
            .AddPolicyScheme(Schemes.Any, null, policy => policy.ForwardDefaultSelector = http => SchemeOf(http, options));
        // A scheme that is not configured has no key: it accepts no token.
        authentication.AddJwtBearer(Schemes.Development, jwt => SetUpDevelopment(jwt, options));
        if (options.Provider is { } provider)
            AddProvider(services, authentication, provider);
        RemoveKeyRing(services);
    }

    /// <summary>Uses it: who a request comes from, as far as its token says so.</summary>
    public static void UseSignIn(this WebApplication app, GatewayOptions options)
    {
        if (options.DevTokensAllowed)
            app.UseMiddleware<DevKeyMiddleware>();
        if (options.Provider is not null)
            app.UseMiddleware<ProviderKeysMiddleware>();
        app.UseAuthentication();
        app.UseMiddleware<BlockedMiddleware>();
    }

    private static void AddProvider(IServiceCollection services, AuthenticationBuilder authentication, ProviderSettings provider)
    {
        services.AddProviderKeys(provider);
        services.AddHealthChecks().AddCheck<ProviderReadiness>("sign-in keys", tags: [SiloReadiness.Tag]);
        authentication.AddJwtBearer(Schemes.Oidc, jwt => SetUpOidc(jwt, provider));
        services.AddOptions<JwtBearerOptions>(Schemes.Oidc).Configure<ProviderKeys>((jwt, keys) => jwt.ConfigurationManager = keys);
    }

    // Without a provider there is nothing to choose. With one, a development token is refused without asking the provider.
    private static string? OnlyScheme(GatewayOptions options) => options.Provider is null ? Schemes.Development : null;

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
            OnTokenValidated = context => Keep(
                context, Schemes.Development, ProviderSettings.DefaultRoleClaim, (token, _) => TokenRules.Utc(token.ValidTo)),
        };
    }

    private static ValueTask<SymmetricSecurityKey> KeyAsync(HttpContext http) =>
        http.RequestServices.GetRequiredService<DevTokens>().Key(http.RequestAborted);

    private static void SetUpOidc(JwtBearerOptions jwt, ProviderSettings provider)
    {
        jwt.MapInboundClaims = false;
        jwt.Audience = provider.Audience;
        jwt.TokenValidationParameters = TokenForm.OfProvider(provider.Audience);
        jwt.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                if (!TryCache(context, Schemes.Oidc) && !NeedsToken(context.HttpContext))
                    context.NoResult();
                return Task.CompletedTask;
            },
            OnTokenValidated = context => Keep(
                context, Schemes.Oidc, provider.RoleClaim, (token, caller) => EndOf(context.HttpContext, token, caller)),
        };
    }

    /// <summary>The bearer token of a request; null when there is none.</summary>
    public static string? TokenOf(HttpContext http) => TokenIn(http) is { IsEmpty: false } token ? token.ToString() : null;

    /// <summary>Whether a request's token will be judged as a development token.</summary>
    public static bool IsDevelopment(HttpContext http, GatewayOptions options) =>
        options.DevTokensAllowed && NeedsToken(http) && SchemeOf(http, options) == Schemes.Development;

    /// <summary>The request's token, if it must be judged by the provider's keys now; else null.</summary>
    public static string? NeedsProvider(HttpContext http, GatewayOptions options) =>
        NeedsToken(http) && SchemeOf(http, options) == Schemes.Oidc && TokenOf(http) is { } token
            && http.RequestServices.GetRequiredService<TokenCache>().SchemeOf(token) is null
            ? token
            : null;

    private static string SchemeOf(HttpContext http, GatewayOptions options)
    {
        if (options.Provider is null || TokenOf(http) is not { } token)
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

    // The token where it stands, which copies nothing; empty: there is none.
    private static ReadOnlySpan<char> TokenIn(HttpContext http) =>
        http.Request.Headers.Authorization is [{ Length: > 7 } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
            ? header.AsSpan(7).Trim()
            : [];

    // Health and metrics need no token, and must answer also when no token can be validated.
    private static bool NeedsToken(HttpContext http) =>
        !TokenIn(http).IsEmpty && http.GetEndpoint()?.Metadata.GetMetadata<ApiOperation>() is { IsOpen: false };

    private static bool TryCache(MessageReceivedContext context, string scheme)
    {
        var token = TokenIn(context.HttpContext);
        if (token.IsEmpty
            || context.HttpContext.RequestServices.GetRequiredService<TokenCache>().Find(token, scheme) is not { } principal)
        {
            return false;
        }
        context.Principal = principal;
        context.Success();
        return true;
    }

    // Null: it is not good here, because it is over or because its sign-in was too weak.
    private static DateTimeOffset? EndOf(HttpContext http, JsonWebToken token, Caller caller)
    {
        var rules = http.RequestServices.GetRequiredService<TokenRules>();
        if (rules.IsStrong(token, caller))
            return rules.EndOf(token, caller);
        http.Features.Set(new WeakSignIn(http.RequestServices.GetRequiredService<GatewayOptions>().Tokens.Acr));
        return null;
    }

    private static Task Keep(
        TokenValidatedContext context, string scheme, string roleClaim, Func<JsonWebToken, Caller, DateTimeOffset?> endOf)
    {
        if (context.Principal?.Identity is not ClaimsIdentity identity
            || context.SecurityToken is not JsonWebToken token
            || !TokenForm.HasGoodForm(token)
            || Caller.Of(identity, roleClaim) is not { } caller
            || endOf(token, caller) is not { } ends)
        {
            context.Fail("The token has no valid sub, is of another type, is too old, or its sign-in was too weak.");
            return Task.CompletedTask;
        }
        var principal = new CallerPrincipal(identity, caller, ends, isDevelopment: scheme == Schemes.Development);
        context.Principal = principal;
        if (TokenOf(context.HttpContext) is { } text)
            context.HttpContext.RequestServices.GetRequiredService<TokenCache>().Remember(text, scheme, principal, ends);
        return Task.CompletedTask;
    }
}
