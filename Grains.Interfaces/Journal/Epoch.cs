using System.Globalization;

namespace Tocsin.Journal;

/// <summary>
/// Which history the positions belong to: <c>SYSTEM-TIMELINE-RESTORES</c> (PostgreSQL's system identifier and timeline, and how often a
/// backup was restored, with a mark of the last time behind a dot). Whoever meets another epoch than the one it knows forgets what it
/// remembers and loads anew.
/// </summary>
/// <param name="Value">The text; compared as a whole.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Epoch")]
public readonly record struct Epoch([property: Id(0)] string Value)
{
    /// <summary>
    /// Whether this is surely an earlier history than another one: the same database before a standby was promoted, which raises the
    /// timeline. Whoever shows it is a former primary. Any two other histories are just different.
    /// </summary>
    public bool Precedes(Epoch other) => Parse(Value) is { } own && Parse(other.Value) is { } its && own.System == its.System
        && own.Timeline < its.Timeline;

    private static (string System, long Timeline)? Parse(string? text) =>
        text?.Split('-') is [var system, var timeline, _] && long.TryParse(timeline, CultureInfo.InvariantCulture, out var number)
            ? (system, number)
            : null;

    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
