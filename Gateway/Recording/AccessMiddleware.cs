using Tocsin.SignIn;

namespace Tocsin.Recording;

/// <summary>
/// Hands what a request did to the access log: what it was shown, that it was refused, that it changed a setting. It stands before the
/// sign-in, whose refusals it sees.
/// </summary>
internal sealed class AccessMiddleware(RequestDelegate next, AccessLog log)
{
    private static readonly string[] SearchParameters = ["q", "near", "lat", "lon"];

    /// <summary>Handles a request.</summary>
    public Task InvokeAsync(HttpContext http) =>
        http.GetEndpoint()?.Metadata.GetMetadata<AccessRule>() is { } rule ? WatchAsync(http, rule) : next(http);

    private async Task WatchAsync(HttpContext http, AccessRule rule)
    {
        Looked? looked = null;
        if (rule.IsRead)
            http.Features.Set(looked = new Looked(rule, rule.ThingOf(http), log));
        var answered = false;
        try
        {
            await next(http);
            answered = true;
        }
        finally
        {
            Record(http, rule, looked, answered);
        }
    }

    private void Record(HttpContext http, AccessRule rule, Looked? looked, bool answered)
    {
        var status = http.Response.StatusCode;
        if (status is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden)
            Refused(http, rule);
        else if (looked is not null)
            Read(http, rule, looked, answered && status is StatusCodes.Status200OK or StatusCodes.Status304NotModified);
        else if (rule.IsSetting && answered && status < StatusCodes.Status300MultipleChoices)
            log.Add(Of(http, rule.What) with { Thing = rule.ThingOf(http) });
    }

    private void Read(HttpContext http, AccessRule rule, Looked looked, bool good)
    {
        var search = good ? looked.Search ?? SearchOf(http) : null;
        if (looked.Shown.Count == 0 && search is null && !(good && rule.IsAlways))
            return;
        var item = Of(http, rule.What);
        foreach (var (thing, fields) in looked.Shown)
            log.Add(item with { Thing = thing, Fields = fields });
        if (search is not null || looked.Shown.Count == 0)
            log.Add(item with { Thing = rule.ThingOf(http), Search = search });
    }

    // Words and places in the query, by which persons are found; null: nothing is searched for.
    private static string? SearchOf(HttpContext http)
    {
        if (!http.Request.QueryString.HasValue)
            return null;
        var words = SearchParameters.Select(name => (string?)http.Request.Query[name]).Where(value => !string.IsNullOrEmpty(value));
        return string.Join('\n', words) is { Length: > 0 } search ? search : null;
    }

    // Nobody is signed in: what the stranger wrote into the path is not repeated.
    private void Refused(HttpContext http, AccessRule rule)
    {
        var item = Of(http, rule.What) with { Allowed = false };
        if (item.Subject is not null)
            log.Add(item with { Thing = rule.ThingOf(http) });
        else
            log.Add(SignInSetup.TokenOf(http) is null ? item : item with { What = AccessWords.SignIn });
    }

    /// <summary>An item about a request.</summary>
    public static AccessNote Of(HttpContext http, string what)
    {
        var caller = (http.User as CallerPrincipal)?.Caller;
        return new AccessNote(what, caller?.Subject, RoleOf(http, caller), AddressOf(http));
    }

    /// <summary>The address that a request comes from, as far as trusted proxies say it.</summary>
    public static string? AddressOf(HttpContext http) => http.Connection.RemoteIpAddress is { } address
        ? (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString()
        : null;

    // The role that a permission of the route is used in; for one who has none of them, the most powerful that there is.
    private static string? RoleOf(HttpContext http, Caller? caller)
    {
        if (caller is null)
            return null;
        foreach (var permission in http.GetEndpoint()?.Metadata.GetMetadata<PermissionRequirement>()?.Any ?? [])
        {
            if (caller.ActorFor(permission) is { } actor)
                return actor.Role;
        }

        return caller.Role;
    }
}
