using Tocsin.Commands;
using Tocsin.Json;

namespace Tocsin.Deciding;

/// <summary>The refusals that several rules have in common. Their texts are for people and carry nothing personal.</summary>
internal static class Refusals
{
    /// <summary>The thing in the path does not exist.</summary>
    public static Refusal NotFound(string what) => new(RefusalCode.NotFound, $"There is no such {what}.");

    /// <summary>Another unit's or station's affair.</summary>
    public static Refusal NotYours { get; } = new(RefusalCode.NotYours, "This belongs to another unit or station.");

    /// <summary>The incident is closed.</summary>
    public static Refusal IncidentClosed { get; } = new(RefusalCode.IncidentClosed, "The incident is closed.");

    /// <summary>An id in the body names nothing.</summary>
    public static Refusal UnknownReference(string field, string detail) => new(RefusalCode.UnknownReference, detail)
    {
        Errors = [new FieldError(field, EnumWords.Of(RefusalCode.UnknownReference), detail)],
    };

    /// <summary>Nothing of the centre's can be at that place, unless somebody confirms it.</summary>
    public static Refusal ImplausiblePlace { get; } = new(
        RefusalCode.ImplausiblePlace, "The place is 0, 0 or far from every station. With \"confirmed\": true it is taken all the same.")
    {
        Errors = [new FieldError("location", EnumWords.Of(RefusalCode.ImplausiblePlace), "is 0, 0 or far from every station")],
    };

    /// <summary>A unit's position is 0, 0: its device has no fix.</summary>
    public static Refusal NoFix(string field) => new(RefusalCode.ImplausiblePlace, "The position is 0, 0: the device has no fix.")
    {
        Errors = [new FieldError(field, EnumWords.Of(RefusalCode.ImplausiblePlace), "is 0, 0")],
    };

    /// <summary>What is named for something new is retired.</summary>
    /// <param name="detail">For people.</param>
    /// <param name="field">The field that names it; null: the path does.</param>
    public static Refusal Retired(string detail, string? field = null) => new(RefusalCode.Retired, detail)
    {
        Errors = field is null ? [] : [new FieldError(field, EnumWords.Of(RefusalCode.Retired), detail)],
    };

    /// <summary>What is needed here is missing.</summary>
    /// <param name="detail">For people.</param>
    /// <param name="missing">The names of what is missing, as the contract writes them; at least one.</param>
    public static Refusal Incomplete(string detail, params IReadOnlyList<string> missing) =>
        new(RefusalCode.Incomplete, detail) { Missing = missing };

    /// <summary>The thing has as many of something as it may have.</summary>
    /// <param name="what">What it has, in the plural.</param>
    /// <param name="most">How many it may have.</param>
    public static Refusal LimitReached(string what, int most) =>
        new(RefusalCode.LimitReached, $"It has {most} {what}, the most it may have.");

    /// <summary>A field cannot be what it is.</summary>
    public static Refusal Invalid(string field, string detail) => new(RefusalCode.Invalid, detail)
    {
        Errors = [new FieldError(field, EnumWords.Of(RefusalCode.Invalid), detail)],
    };

    /// <summary>Not at this stage.</summary>
    /// <param name="stage">What it is now.</param>
    /// <param name="detail">For people.</param>
    public static Refusal WrongStage<T>(T stage, string detail)
        where T : struct, Enum => new(RefusalCode.WrongStage, detail) { Stage = EnumWords.Of(stage) };

    /// <summary>Units that are not free.</summary>
    public static Refusal UnitBusy(IReadOnlyList<UnitRefusal> units) =>
        new(RefusalCode.UnitBusy, "Not every unit is free.") { Units = units };
}
