using Tocsin.Routing;
using Tocsin.SignIn;

namespace Tocsin.Recording;

/// <summary>What of a route belongs into the access log; metadata of its endpoint.</summary>
/// <param name="What">The operation's id.</param>
/// <param name="Kind">The word of the kind of thing that the route is about; null: about none.</param>
/// <param name="HasThing">Whether its path names one thing by an id.</param>
/// <param name="FixedThing">The thing that its path names without an id: a setting; null: none.</param>
/// <param name="IsRead">Whether it reads what may be personal.</param>
/// <param name="IsAlways">Whether each read is an item, also one that shows nothing personal.</param>
/// <param name="IsSetting">Whether it changes settings, which is an item.</param>
internal sealed record AccessRule(
    string What, string? Kind, bool HasThing, string? FixedThing, bool IsRead, bool IsAlways, bool IsSetting)
{
    // What they answer is about the centre itself, not about persons.
    private static readonly string[] Impersonal = ["stations", "run-cards", "settings", "presence", "positions"];

    // These say much about persons even where they name none.
    private static readonly string[] Always = ["board", "reports", "access"];

    // How the paths name kinds of things.
    private static readonly (string Path, string Kind)[] Kinds =
    [
        ("calls", "call"), ("incidents", "incident"), ("units", "unit"), ("directives", "directive"), ("stations", "station"),
        ("run-cards", "runCard"), ("settings/policies", "policy"), ("settings", "setting"),
    ];

    /// <summary>The rule of a route.</summary>
    /// <param name="method">Its method.</param>
    /// <param name="pattern">Its path.</param>
    /// <param name="operation">Its description.</param>
    /// <param name="any">The permissions, of which any is enough.</param>
    public static AccessRule Of(string method, string pattern, ApiOperation operation, Permission[] any)
    {
        var path = pattern.StartsWith(ApiOperation.BasePath + "/", StringComparison.Ordinal)
            ? pattern[(ApiOperation.BasePath.Length + 1)..]
            : "";
        var segments = path.Split('/');
        var kind = Kinds.FirstOrDefault(k => (path + "/").StartsWith(k.Path + "/", StringComparison.Ordinal)).Kind;
        var hasThing = pattern.Contains("{id}", StringComparison.Ordinal) || pattern.Contains("{name}", StringComparison.Ordinal);
        var isRead = (HttpMethods.IsGet(method) || operation.IsRead) && path.Length > 0 && !Impersonal.Contains(segments[0]);
        return new AccessRule(
            operation.Id,
            kind,
            hasThing,
            kind == "setting" ? $"setting/{segments[1]}" : null,
            isRead,
            isRead && (hasThing || Always.Contains(segments[0])),
            !HttpMethods.IsGet(method) && (segments[0] == "settings" || any.Contains(Permission.Register)));
    }

    /// <summary>The thing that a request's path names; null: none.</summary>
    public string? ThingOf(HttpContext http) =>
        HasThing && Kind is not null && (http.Request.RouteValues["id"] ?? http.Request.RouteValues["name"]) is string id
            ? $"{Kind}/{id}"
            : FixedThing;
}
