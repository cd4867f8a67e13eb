using System.Security.Claims;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authorization;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Tocsin.Hosting;
using Tocsin.Limits;
using Tocsin.OpenApi;

namespace Tocsin.SignIn;

/// <summary>
/// Sign-in: development tokens (HMAC, our key, our issuer) and those of an OIDC provider (signatures only, its keys, its issuer and our
/// audience) are two schemes that share no key and no algorithm, so that one can never be taken for the other.
/// </summary>
internal static class SignInSetup
{
    private static readonly string[] SignatureAlgorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

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
        // A scheme that is not configured knows no key: no token of its kind is good.
        authentication.AddJwtBearer(Schemes.Development, jwt => SetUpDevelopment(jwt, options));
        if (options.Authority is not null)
            authentication.AddJwtBearer(Schemes.Oidc, jwt => SetUpOidc(jwt, options));
        RemoveKeyRing(services);
    }

    // Where only one kind can be good, nobody looks which it is.
    private static string? OnlyScheme(GatewayOptions options) => options.Authority is null ? Schemes.Development : options.DevTokensAllowed ? null : Schemes.Oidc;

    // Sign-in by cookie would need keys of its own, which ASP.NET Core makes and writes to the home directory at each start. Nothing here does.
    private static void RemoveKeyRing(IServiceCollection services)
    {
        foreach (var service in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("Microsoft.AspNetCore.DataProtection", StringComparison.Ordinal) == true).ToArray())
            services.Remove(service);
    }

    private static void SetUpDevelopment(JwtBearerOptions jwt, GatewayOptions options)
    {
        jwt.MapInboundClaims = false;
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidIssuer = DevTokens.Issuer,
            ValidateAudience = false,
            ValidAlgorithms = [SecurityAlgorithms.HmacSha256],
            RequireExpirationTime = true,
            ClockSkew = EdgeLimits.TokenClockSkew,
        };
        jwt.Events = new JwtBearerEvents
        {
            OnMessageReceived = async context =>
            {
                if (Recall(context, Schemes.Development))
                    return;
                if (!options.DevTokensAllowed || !IsAsked(context.HttpContext))
                    context.NoResult();
                else
                    context.Options.TokenValidationParameters.IssuerSigningKey ??= await context.HttpContext.RequestServices.GetRequiredService<DevTokens>().Key(context.HttpContext.RequestAborted);
            },
            OnTokenValidated = context => Keep(context, Schemes.Development, "roles"),
        };
    }

    private static void SetUpOidc(JwtBearerOptions jwt, GatewayOptions options)
    {
        jwt.MapInboundClaims = false;
        jwt.Authority = options.Authority;
        jwt.Audience = options.Audience;
        // Only a provider on this very machine may be spoken to without TLS; the options see to that.
        jwt.RequireHttpsMetadata = options.Authority!.StartsWith(Uri.UriSchemeHttps, StringComparison.OrdinalIgnoreCase);
        jwt.TokenValidationParameters = new TokenValidationParameters
        {
            ValidAlgorithms = SignatureAlgorithms,
            RequireExpirationTime = true,
            ValidateAudience = true,
            ClockSkew = EdgeLimits.TokenClockSkew,
        };
        jwt.Events = new JwtBearerEvents
        {
            OnMessageReceived = context =>
            {
                if (!Recall(context, Schemes.Oidc) && !IsAsked(context.HttpContext))
                    context.NoResult();
                return Task.CompletedTask;
            },
            OnTokenValidated = context => Keep(context, Schemes.Oidc, options.RoleClaim),
        };
    }

    /// <summary>The bearer token of a request; null when there is none.</summary>
    public static string? TokenOf(HttpContext http) =>
        http.Request.Headers.Authorization is [{ Length: > 7 } header] && header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase) ? header[7..].Trim() : null;

    private static string SchemeOf(HttpContext http, GatewayOptions options)
    {
        if (options.Authority is null || TokenOf(http) is not { } token)
            return Schemes.Development;
        if (http.RequestServices.GetRequiredService<TokenCache>().SchemeOf(token) is { } known)
            return known;
        try
        {
            // Only to choose: whichever it is then proves it.
            return new JsonWebToken(token).Issuer == DevTokens.Issuer ? Schemes.Development : Schemes.Oidc;
        }
        catch (ArgumentException)
        {
            return Schemes.Oidc;
        }
    }

    // Whoever looks after the machine needs no token, and must be answered also when nobody can say whether a token is good.
    private static bool IsAsked(HttpContext http) =>
        TokenOf(http) is not null && http.GetEndpoint()?.Metadata.GetMetadata<ApiRoute>() is { IsOpen: false };

    private static bool Recall(MessageReceivedContext context, string scheme)
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
            context.Fail("The token does not say for whom it is.");
            return Task.CompletedTask;
        }
        var principal = new CallerPrincipal(identity, caller);
        context.Principal = principal;
        if (TokenOf(context.HttpContext) is { } token)
            context.HttpContext.RequestServices.GetRequiredService<TokenCache>().Remember(token, scheme, principal, context.SecurityToken.ValidTo);
        return Task.CompletedTask;
    }
}
