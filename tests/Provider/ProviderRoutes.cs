using System.Security.Claims;
using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Tocsin.Tests.Provider;

/// <summary>What OpenIddict leaves to its host: who is there, and what a token says of them.</summary>
internal static class ProviderRoutes
{
    private const string Server = OpenIddictServerAspNetCoreDefaults.AuthenticationScheme;
    private const string Cookie = CookieAuthenticationDefaults.AuthenticationScheme;

    private const string Page =
        """
        <!doctype html><title>Provider</title>
        <form method="post" action="/name"><input type="hidden" name="back" value="{0}">
        <label>Account <input name="name" autofocus></label> <button>Continue</button></form>
        """;

    /// <summary>Maps them.</summary>
    public static void MapProvider(this WebApplication app, ProviderOptions options)
    {
        app.MapMethods("/connect/authorize", [HttpMethods.Get, HttpMethods.Post], http => Authorize(http, options));
        app.MapPost("/connect/token", http => Token(http, options));
        app.MapMethods("/connect/end", [HttpMethods.Get, HttpMethods.Post], EndSession);
        app.MapPost("/name", Name);
        app.MapGet("/healthz/ready", () => Results.Ok());
    }

    private static async Task Authorize(HttpContext http, ProviderOptions options)
    {
        var known = await http.AuthenticateAsync(Cookie);
        if (!known.Succeeded || known.Principal.Identity?.Name is not { } name)
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            var back = System.Net.WebUtility.HtmlEncode(http.Request.PathBase + http.Request.Path + http.Request.QueryString);
            await http.Response.WriteAsync(Page.Replace("{0}", back, StringComparison.Ordinal));
            return;
        }

        var request = http.GetOpenIddictServerRequest()!;
        await IssueAsync(http, options, name, request.GetScopes(), AcrOf(options, name, request));
    }

    private static async Task Token(HttpContext http, ProviderOptions options)
    {
        var grant = await http.AuthenticateAsync(Server);
        await IssueAsync(
            http,
            options,
            grant.Principal?.GetClaim(Claims.Subject),
            grant.Principal?.GetScopes() ?? [],
            grant.Principal?.GetClaim(Claims.AuthenticationContextReference));
    }

    // The first of what is asked for that the person has; without that, nothing is said.
    private static string? AcrOf(ProviderOptions options, string name, OpenIddictRequest request) =>
        request.GetAcrValues().FirstOrDefault(asked => asked == Person.Find(options, name)?.Acr);

    private static async Task IssueAsync(
        HttpContext http, ProviderOptions options, string? name, IEnumerable<string> scopes, string? acr)
    {
        if (Person.Find(options, name) is not { } person)
        {
            await http.ForbidAsync(Server, new AuthenticationProperties(new Dictionary<string, string?>
            {
                [OpenIddictServerAspNetCoreConstants.Properties.Error] = Errors.InvalidGrant,
            }));
            return;
        }

        var identity = new ClaimsIdentity("provider", Claims.Name, Claims.Role);
        identity.SetClaim(Claims.Subject, name);
        identity.SetClaims("roles", [.. person.Roles]);
        if (person.UnitId is { } unit)
            identity.SetClaim("unit_id", unit);
        if (acr is not null)
            identity.SetClaim(Claims.AuthenticationContextReference, acr);
        identity.SetScopes(scopes);
        identity.SetResources(options.Audience);
        identity.SetDestinations(claim => claim.Type == Claims.Subject
            ? [Destinations.AccessToken, Destinations.IdentityToken]
            : [Destinations.AccessToken]);
        await http.SignInAsync(Server, new ClaimsPrincipal(identity));
    }

    private static async Task EndSession(HttpContext http)
    {
        await http.SignOutAsync(Cookie);
        await http.SignOutAsync(Server, new AuthenticationProperties { RedirectUri = "/" });
    }

    private static async Task Name(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync();
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, form["name"].ToString())], Cookie);
        await http.SignInAsync(Cookie, new ClaimsPrincipal(identity));
        http.Response.Redirect(form["back"].ToString());
    }
}
