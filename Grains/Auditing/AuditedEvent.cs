using System.Text.Json;
using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Auditing;

/// <summary>An event as the checks get it: its columns, and its stream before and after it.</summary>
/// <param name="Stored">Its columns.</param>
/// <param name="Stream">The stream; null if the column has no valid name.</param>
/// <param name="Line">The line as JSON; null if it is none. Valid only during the call.</param>
/// <param name="VersionBefore">The version of the stream before it; 0: it had none.</param>
/// <param name="HashBefore">The hash of the stream before it.</param>
/// <param name="Happened">The event; null if it, or an earlier one of its stream, could not be read.</param>
/// <param name="Before">The state before it; null if <paramref name="Happened"/> is.</param>
/// <param name="After">The state after it; null if <paramref name="Happened"/> is.</param>
public sealed record AuditedEvent(
    StoredEvent Stored,
    StreamId? Stream,
    JsonElement? Line,
    int VersionBefore,
    byte[] HashBefore,
    object? Happened,
    IStreamState? Before,
    IStreamState? After)
{
    /// <summary>The line deciphered, where members of it are enciphered and all their keys are there; else null.</summary>
    public string? Deciphered { get; init; }

    /// <summary>Whether the key of a member of the line is gone.</summary>
    public bool IsErased { get; init; }
}
