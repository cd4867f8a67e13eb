using System.Text.Json;
using Tocsin.Deciding;
using Tocsin.Identity;

namespace Tocsin.Auditing;

/// <summary>An event as the checks get it: its columns, and what it did to its stream.</summary>
/// <param name="Stored">Its columns.</param>
/// <param name="Stream">The stream; null when the column names none.</param>
/// <param name="Line">The line as JSON; null when it is none. Gone after the check has seen it.</param>
/// <param name="VersionBefore">The version that the stream had before; 0: none.</param>
/// <param name="HashBefore">The hash that the stream had before.</param>
/// <param name="Happened">The event; null when it could not be read, or an earlier one of its stream could not.</param>
/// <param name="Before">The state before it; null like <paramref name="Happened"/>.</param>
/// <param name="After">The state after it; null like <paramref name="Happened"/>.</param>
public sealed record AuditedEvent(
    StoredEvent Stored,
    StreamId? Stream,
    JsonElement? Line,
    int VersionBefore,
    byte[] HashBefore,
    object? Happened,
    IStreamState? Before,
    IStreamState? After);
