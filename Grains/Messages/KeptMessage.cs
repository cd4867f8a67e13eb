using System.Collections.Immutable;
using Tocsin.Identity;

namespace Tocsin.Messages;

/// <summary>What a state keeps of a message: who must read it and who has. Its text stands in the journal, and nowhere else.</summary>
/// <param name="Id">The message.</param>
/// <param name="To">Whom it is for.</param>
/// <param name="From">The party that wrote it; see <see cref="Parties"/>.</param>
/// <param name="ReadBy">The parties that have read it.</param>
[GenerateSerializer, Immutable, Alias("tocsin.KeptMessage")]
public sealed record KeptMessage(
    [property: Id(0)] MessageId Id,
    [property: Id(1)] MessageTo To,
    [property: Id(2)] string From,
    [property: Id(3)] ImmutableArray<string> ReadBy);
