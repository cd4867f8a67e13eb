namespace Tocsin.Journal;

/// <summary>
/// How lists find a stream. Written with the board row whenever it changed. A kind that fills it needs no table, no query and no procedure
/// of its own.
/// </summary>
/// <param name="At">The time by which lists are ordered, newest first; it does not change once the thing exists.</param>
/// <param name="Text">
/// What <see cref="ListQuery.Text"/> looks in, folded by <see cref="SearchText.Fold"/>: parts with a line feed between them. Empty: the
/// thing is not found by text.
/// </param>
/// <param name="Keys">
/// Words by which lists find it (<c>unit:P01</c>), each at most <see cref="JournalLimits.ListKeyMaxLength"/> characters, at most
/// <see cref="JournalLimits.ListKeysMax"/>, none twice, in a fixed order. Keep them few and steady: each that changes is written.
/// </param>
public sealed record Listing(DateTimeOffset At, string Text, IReadOnlyList<string> Keys)
{
    /// <inheritdoc/>
    public bool Equals(Listing? other) => other is not null && At == other.At && Text == other.Text && Keys.SequenceEqual(other.Keys);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(At, Text);
}
