using Tocsin.Identity;

namespace Tocsin.Journal;

/// <summary>A change of how lists find a stream.</summary>
/// <param name="Stream">The stream.</param>
/// <param name="Before">As the append before left it; null: no list showed it.</param>
/// <param name="After">As it is now.</param>
public sealed record ListingChange(StreamId Stream, Listing? Before, Listing After)
{
    /// <summary>Whether the text is to be written.</summary>
    public bool TextChanged => Before is null ? After.Text.Length > 0 : Before.Text != After.Text || Before.At != After.At;

    /// <summary>The keys that it has now and had not.</summary>
    public IEnumerable<string> Added => Before is null || Before.At != After.At ? After.Keys : After.Keys.Except(Before.Keys);

    /// <summary>The keys that it had and has no more.</summary>
    public IEnumerable<string> Removed => Before is null ? [] : Before.At != After.At ? Before.Keys : Before.Keys.Except(After.Keys);
}
