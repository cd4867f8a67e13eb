namespace Tocsin.Journal;

/// <summary>Which of the streams that have something to fire.</summary>
/// <param name="Before">Those that are due before this instant.</param>
/// <param name="Kinds">
/// Of these kinds only, by their stored numbers; at least one. Streams of other kinds never take the place of these.
/// </param>
/// <param name="Buckets">Of these buckets only; none: of all.</param>
/// <param name="Limit">At most so many, 1 or more.</param>
public readonly record struct DueQuery(DateTimeOffset Before, IReadOnlyList<short> Kinds, IReadOnlyList<byte> Buckets, int Limit);
