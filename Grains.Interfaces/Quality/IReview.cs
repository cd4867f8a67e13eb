using Tocsin.Directives;

namespace Tocsin.Quality;

/// <summary>A review of the record of an incident or a call. Where it is returned, a directive <c>complete</c> goes out with it.</summary>
/// <remarks>
/// Refused with <c>notYours</c> when the reviewer answered a call of it or closed it, with <c>limitReached</c> when it has
/// <see cref="QualityLimits.ReviewsPerThing"/>, and as the issue of the directive is.
/// </remarks>
public interface IReview
{
    /// <summary>The id of the directive that may come of it; it follows from the command's own.</summary>
    DirectiveId DirectiveId { get; }

    /// <summary>What the reviewer says.</summary>
    ReviewContent Content { get; }

    /// <summary>When it was reviewed; null means now.</summary>
    DateTimeOffset? OccurredAt { get; }
}
