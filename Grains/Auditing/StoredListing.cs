using Tocsin.Deciding;

namespace Tocsin.Auditing;

/// <summary>How lists find a stream, and the names that it holds, as they stand in the database or as they should.</summary>
/// <param name="ListedAt">The time by which lists order it; null: none shows it.</param>
/// <param name="Text">What text finds; empty: nothing.</param>
/// <param name="Keys">The words by which it is found, in ordinal order, a line feed between them.</param>
/// <param name="Claims">The names that it holds, likewise.</param>
public sealed record StoredListing(DateTimeOffset? ListedAt, string Text, string Keys, string Claims)
{
    /// <summary>That of a stream of which the database has nothing.</summary>
    public static StoredListing None { get; } = new(null, "", "", "");

    /// <summary>What a state comes to.</summary>
    public static StoredListing Of(IStreamState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var listing = state.Listing;
        return new StoredListing(listing?.At, listing?.Text ?? "", Joined(listing?.Keys ?? []), Joined(state.Claims));
    }

    /// <summary>The same with those of its names only that another one has, too.</summary>
    public StoredListing WithClaimsOf(StoredListing other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var both = Claims.Split('\n').Intersect(other.Claims.Split('\n'), StringComparer.Ordinal);
        return this with { Claims = Joined(both) };
    }

    /// <summary>Words in the order and form in which they are compared.</summary>
    public static string Joined(IEnumerable<string> words) => string.Join('\n', words.Order(StringComparer.Ordinal));
}
