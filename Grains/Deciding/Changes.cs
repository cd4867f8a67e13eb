using Tocsin.Commands;

namespace Tocsin.Deciding;

/// <summary>Compares what a field is with what it shall be.</summary>
internal static class Changes
{
    /// <summary>The change, or null when there is none.</summary>
    public static Change<T>? Of<T>(T from, T to) => EqualityComparer<T>.Default.Equals(from, to) ? null : new Change<T>(from, to);

    /// <summary>The change, or null when there is none or the field is not given.</summary>
    public static Change<T>? Of<T>(T from, Optional<T> to) => to.IsSet ? Of(from, to.Value!) : null;

    /// <summary>The change of a list, or null when it holds the same in the same order.</summary>
    public static Change<IReadOnlyList<string>>? Of(IReadOnlyList<string> from, IReadOnlyList<string> to) =>
        from.SequenceEqual(to, StringComparer.Ordinal) ? null : new Change<IReadOnlyList<string>>(from, to);
}
