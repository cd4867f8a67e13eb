using Tocsin.Routing;

namespace Tocsin.Telemetry;

/// <summary>
/// The name of a command in metrics: its method and its route, never its path. The routes of the contract are a closed set.
/// </summary>
/// <param name="Method">The method.</param>
/// <param name="Pattern">The route.</param>
internal sealed record CommandName(string Method, string Pattern)
{
    /// <summary>The name, e.g. <c>POST /incidents/{id}/assignments</c>.</summary>
    public string Text { get; } = $"{Method} {Pattern[ApiOperation.BasePath.Length..]}";
}
