using Tocsin.Places;

namespace Tocsin.Duplicates;

/// <summary>What a caller tells of, as far as it is known.</summary>
/// <param name="Place">Where; null when it is not known.</param>
/// <param name="Category">What; null when it is not known.</param>
/// <param name="At">When; null: now.</param>
/// <param name="Words">Address and narrative so far, at most 4,200 characters; null when there are none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DuplicateQuestion")]
public sealed record DuplicateQuestion(
    [property: Id(0)] GeoPoint? Place,
    [property: Id(1)] string? Category,
    [property: Id(2)] DateTimeOffset? At,
    [property: Id(3)] string? Words);
