using Tocsin.Deciding;

namespace Tocsin.Auditing;

/// <summary>The listing and the claimed names of a stream, as they are in the database or as they should be.</summary>
/// <param name="ListedAt">The time by which lists order it; null: no list shows it.</param>
/// <param name="Text">The text that a search looks in; empty: none.</param>
/// <param name="Keys">Its keys in ordinal order, separated by line feeds.</param>
/// <param name="Claims">Its claimed names, in the same form.</param>
public sealed record StoredListing(DateTimeOffset? ListedAt, string Text, string Keys, string Claims)
{
    /// <summary>That of a stream without rows.</summary>
    public static StoredListing None { get; } = new(null, "", "", "");

    /// <summary>The listing that a state should have.</summary>
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

    /// <summary>The same without those of its keys that another one lacks, and may lack.</summary>
    public StoredListing WithoutKeys(Func<string, bool> mayLack, StoredListing other)
    {
        ArgumentNullException.ThrowIfNull(other);
        var there = other.Keys.Split('\n').ToHashSet(StringComparer.Ordinal);
        return this with { Keys = Joined(Keys.Split('\n').Where(key => there.Contains(key) || !mayLack(key))) };
    }

    /// <summary>Words in the form in which they are compared.</summary>
    public static string Joined(IEnumerable<string> words) => string.Join('\n', words.Order(StringComparer.Ordinal));
}
