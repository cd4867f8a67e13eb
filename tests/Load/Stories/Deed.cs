using Tocsin.Tests.Load.Ledgers;

namespace Tocsin.Tests.Load.Stories;

/// <summary>One command of a story.</summary>
/// <param name="Name">What it is called in tables: one name for each route and use.</param>
/// <param name="Before">How long people take before they send it, after the answer before.</param>
/// <param name="Method">POST or PATCH.</param>
/// <param name="Path">Where to.</param>
/// <param name="Body">What; <paramref name="OccurredAt"/> is in it where the route takes one.</param>
/// <param name="OccurredAt">When it says that it happened.</param>
/// <param name="Claims">The events that it must write, of the id in its answer where it makes something.</param>
public sealed record Deed(
    string Name,
    TimeSpan Before,
    HttpMethod Method,
    string Path,
    object Body,
    DateTimeOffset OccurredAt,
    Func<string, IReadOnlyList<Claim>> Claims);
