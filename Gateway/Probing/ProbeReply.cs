using System.Text.Json;

namespace Tocsin.Probing;

/// <summary>The answer of a gateway.</summary>
/// <param name="Status">The HTTP status; 0: there was no answer.</param>
/// <param name="Body">The body, where it is JSON.</param>
internal sealed record ProbeReply(int Status, JsonElement Body = default)
{
    /// <summary>No answer.</summary>
    public static readonly ProbeReply None = new(0);

    /// <summary>Whether it was done.</summary>
    public bool IsDone => Status is >= 200 and < 300;

    /// <summary>Whether another gateway would answer the same: it was done, or a rule refuses it.</summary>
    public bool IsSettled => Status is > 0 and < 500 and not StatusCodes.Status429TooManyRequests && Code != "conflict";

    /// <summary>The code of the problem; without one, why there is none.</summary>
    public string Code => IsDone ? "" : Text("code") ?? (Status == 0 ? "unreachable" : "unknown");

    /// <summary>A field that is a text; null when there is none.</summary>
    public string? Text(string name) =>
        Body.ValueKind == JsonValueKind.Object && Body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;
}
