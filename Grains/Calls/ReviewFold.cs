using Tocsin.Quality;

namespace Tocsin.Calls;

/// <summary>A review in the state of a call or of an incident.</summary>
internal static class ReviewFold
{
    /// <summary>A review as an event tells it.</summary>
    public static ReviewView Of(int n, ReviewFacts facts, DateTimeOffset at) => new(
        n,
        facts.Score,
        [.. facts.Items.Select((item, place) => new ReviewItem(item.Code, item.Ok, NoteAt(facts.Notes, place)))],
        facts.Verdict,
        facts.Fields,
        facts.By,
        at,
        facts.DirectiveId);

    /// <summary>A review without its notes, which were erased.</summary>
    public static ReviewView Without(ReviewView review) => review with { Items = [.. review.Items.Select(i => i with { Note = null })] };

    private static string? NoteAt(IReadOnlyList<string?>? notes, int place) =>
        notes is not null && place < notes.Count ? notes[place] : null;
}
