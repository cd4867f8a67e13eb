using System.Globalization;

namespace Tocsin.Journal;

/// <summary>
/// A place in the total order of all events. Positions are handed out under the append's lock: a reader that has seen one has
/// seen all before it. They start at 1 and grow; gaps may occur.
/// </summary>
/// <param name="Value">0 (before everything) or more.</param>
[GenerateSerializer, Immutable, Alias("tocsin.JournalPosition")]
public readonly record struct JournalPosition([property: Id(0)] long Value) : IComparable<JournalPosition>
{
    /// <summary>The position before every event: 0, the default value.</summary>
    public static JournalPosition Start => default;

    /// <inheritdoc/>
    public int CompareTo(JournalPosition other) => Value.CompareTo(other.Value);

    /// <summary>Whether this place is before the other.</summary>
    public static bool operator <(JournalPosition left, JournalPosition right) => left.Value < right.Value;

    /// <summary>Whether this place is after the other.</summary>
    public static bool operator >(JournalPosition left, JournalPosition right) => left.Value > right.Value;

    /// <summary>Whether this place is not after the other.</summary>
    public static bool operator <=(JournalPosition left, JournalPosition right) => left.Value <= right.Value;

    /// <summary>Whether this place is not before the other.</summary>
    public static bool operator >=(JournalPosition left, JournalPosition right) => left.Value >= right.Value;

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
