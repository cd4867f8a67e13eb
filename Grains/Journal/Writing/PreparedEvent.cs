using Tocsin.Identity;
using Tocsin.Journal.Damage;

namespace Tocsin.Journal.Writing;

/// <summary>
/// An event that is ready to be stored. Only its recording time is missing, which the store puts between <paramref name="Head"/> and
/// <paramref name="Tail"/>.
/// </summary>
/// <param name="Stream">The stream it belongs to.</param>
/// <param name="Version">Its number in that stream, if the append succeeds.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Head">The line before the recording time.</param>
/// <param name="Tail">The line after the recording time.</param>
public readonly record struct PreparedEvent(StreamId Stream, int Version, string Kind, DateTimeOffset OccurredAt, string Head, string Tail)
{
    /// <summary>The line after the recording time before members of it were enciphered; null: none were.</summary>
    public string? PlainTail { get; init; }

    /// <summary>What is known of its checksum before the append.</summary>
    public int Sum { get; } = RowSum.OfLine(Head, Tail);
}
