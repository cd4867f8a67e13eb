namespace Tocsin.Journal;

/// <summary>
/// How lists find a stream. Written with the board row whenever it changes. A kind that has one needs no table, query or procedure of its
/// own.
/// </summary>
/// <param name="At">The time by which lists are ordered, newest first; it does not change once the thing exists.</param>
/// <param name="Text">
/// The text that <see cref="ListQuery.Text"/> searches, folded by <see cref="SearchText.Fold"/>; parts are separated by line feeds. Empty:
/// the thing is not found by text.
/// </param>
/// <param name="Keys">
/// Words by which lists find it (<c>unit:P01</c>), each at most <see cref="JournalLimits.ListKeyMaxLength"/> characters, at most
/// <see cref="JournalLimits.ListKeysMax"/>, none twice, in a fixed order. Few keys that seldom change are best: each change is written.
/// </param>
public sealed record Listing(DateTimeOffset At, string Text, IReadOnlyList<string> Keys)
{
    /// <inheritdoc/>
    public bool Equals(Listing? other) => other is not null && At == other.At && Text == other.Text && Keys.SequenceEqual(other.Keys);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(At, Text);
}
