namespace Tocsin.Access;

/// <summary>Which items of the access log a list has, newest first.</summary>
/// <param name="Subject">Only what this subject did; null: anybody.</param>
/// <param name="Thing">Only what was done to this thing, <c>call/ID</c>; null: to any, and to none.</param>
/// <param name="From">Only what happened at or after this time; null: from the first.</param>
/// <param name="To">Only what happened before this time; null: up to now.</param>
/// <param name="Limit">The most items of the page, 1 or more.</param>
/// <param name="Cursor">The cursor of the page before; null: the first page.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AccessFilter")]
public sealed record AccessFilter(
    [property: Id(0)] string? Subject,
    [property: Id(1)] string? Thing,
    [property: Id(2)] DateTimeOffset? From,
    [property: Id(3)] DateTimeOffset? To,
    [property: Id(4)] int Limit,
    [property: Id(5)] string? Cursor);
