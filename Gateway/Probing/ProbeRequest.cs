namespace Tocsin.Probing;

/// <summary>A request to a gateway. A command keeps its key from attempt to attempt, so that it is done once.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path below <c>/api/v1</c>.</param>
/// <param name="Body">The body; null: none.</param>
internal sealed record ProbeRequest(HttpMethod Method, string Path, object? Body = null)
{
    /// <summary>The role as which it is sent.</summary>
    public string Role { get; init; } = ProbeTokens.Dispatcher;

    /// <summary>The command's key.</summary>
    public string Key { get; } = $"{Guid.NewGuid():N}";

    /// <summary>Whether 404 is a success, too.</summary>
    public bool MayBeMissing { get; init; }

    /// <summary>A read.</summary>
    public static ProbeRequest Get(string path) => new(HttpMethod.Get, path);

    /// <summary>A command.</summary>
    public static ProbeRequest Post(string path, object body) => new(HttpMethod.Post, path, body);
}
