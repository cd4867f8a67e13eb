namespace Tocsin.Commands;

/// <summary>Why a command was not carried out: a value, never an exception. Nothing was written.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Detail">What and why, for people; no personal data.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Refusal")]
public sealed record Refusal(
    [property: Id(0)] RefusalCode Code,
    [property: Id(1)] string Detail)
{
    /// <summary>The fields that are wrong.</summary>
    [Id(2)]
    public IReadOnlyList<FieldError> Errors { get; init; } = [];

    /// <summary>The units that could not be taken, for <see cref="RefusalCode.UnitBusy"/>.</summary>
    [Id(3)]
    public IReadOnlyList<UnitRefusal> Units { get; init; } = [];

    /// <summary>What the stage is now, for <see cref="RefusalCode.WrongStage"/>: an assignment's stage or the thing's status, as the contract writes it.</summary>
    [Id(4)]
    public string? Stage { get; init; }
}
