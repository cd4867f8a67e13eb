using Tocsin.Directives;
using Tocsin.Quality;

namespace Tocsin.Calls;

/// <summary>Reviews the record of a call, whatever its status; see <see cref="IReview"/>.</summary>
/// <param name="DirectiveId">The id of the directive that may come of it; it follows from the command's own.</param>
/// <param name="Content">What the reviewer says.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.ReviewCall")]
public sealed record ReviewCall(
    [property: Id(0)] DirectiveId DirectiveId,
    [property: Id(1)] ReviewContent Content,
    [property: Id(2)] DateTimeOffset? OccurredAt) : CallCommand, IReview;
