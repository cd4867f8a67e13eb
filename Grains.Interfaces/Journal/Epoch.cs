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
    /// <inheritdoc/>
    public override string ToString() => Value ?? "";
}
