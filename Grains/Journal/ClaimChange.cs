using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>A name that an append takes or gives back. The database keeps each name to one stream.</summary>
/// <param name="Name">
/// The name, which begins with a word for its sort (<c>replaces:ID</c>); at most <see cref="JournalLimits.ClaimMaxLength"/> characters.
/// </param>
/// <param name="Stream">The stream that has it, or had it.</param>
/// <param name="Taken">Whether it is taken; else it is given back.</param>
public sealed record ClaimChange(string Name, StreamId Stream, bool Taken)
{
    /// <summary>What a stream gives back and takes when it held these names and holds those.</summary>
    public static IEnumerable<ClaimChange> Between(StreamId stream, IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        before.Except(after).Select(name => new ClaimChange(name, stream, false))
            .Concat(after.Except(before).Select(name => new ClaimChange(name, stream, true)));
}
