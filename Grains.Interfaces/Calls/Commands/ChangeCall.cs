using Tocsin.Commands;
using Tocsin.Places;

namespace Tocsin.Calls;

/// <summary>Changes fields, each by itself.</summary>
/// <param name="CallerNumber">At most 32 characters; personal.</param>
/// <param name="Location">Where the caller is.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeCall")]
public sealed record ChangeCall(
    [property: Id(0)] Optional<string?> CallerNumber,
    [property: Id(1)] Optional<Location?> Location,
    [property: Id(2)] Optional<string?> Narrative) : CallCommand;
