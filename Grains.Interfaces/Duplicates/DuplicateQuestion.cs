using Tocsin.Places;

namespace Tocsin.Duplicates;

/// <summary>What a caller tells, as far as it is known; compared with the open incidents.</summary>
/// <param name="Place">Where it is, WGS 84; null when not known.</param>
/// <param name="Category">The category, at most 100 characters; null when not known. Upper and lower case are the same.</param>
/// <param name="At">When it happened, UTC; null means now.</param>
/// <param name="Words">Address and narrative so far, at most 4,200 characters (400 over HTTP); null when there are none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DuplicateQuestion")]
public sealed record DuplicateQuestion(
    [property: Id(0)] GeoPoint? Place,
    [property: Id(1)] string? Category,
    [property: Id(2)] DateTimeOffset? At,
    [property: Id(3)] string? Words);
