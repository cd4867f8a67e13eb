using System.Globalization;
using System.Text.Json.Serialization;
using Tocsin.Erasing;
using Tocsin.Identity;
using Tocsin.Journal;
using Tocsin.Json;

namespace Tocsin.Incidents;

// What units report; events of an incident

/// <summary>What a unit did or found, as it was reported.</summary>
public abstract record UnitReport : IncidentEvent, IFormedEvent
{
    /// <summary>The form of an event that says to which assignment it belongs: an older program would fold it into another one.</summary>
    internal const short Numbered = 2;

    /// <summary>
    /// The number of the assignment; null, and left out of the event's data, when it is the unit's active one, else its latest. Never set
    /// on what ends an assignment.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Assignment { get; init; }

    /// <summary>
    /// Whether the reported time lay a little before the assignment (a slow device), and the assignment's own time stands instead; left out
    /// of the event's data when not.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool Adjusted { get; init; }

    /// <summary>The report in words, for a note.</summary>
    protected abstract string Told { get; }

    /// <inheritdoc/>
    short IFormedEvent.Form => FormOfReport;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => NoteInstead();

    /// <summary>The form that a unit's report needs.</summary>
    private protected short FormOfReport => Assignment is null ? EventFormAttribute.First : Numbered;

    /// <summary>A report is never refused: where its assignment cannot be said, it is a note, which moves nothing.</summary>
    private protected NoteAdded NoteInstead() => new($"{GetType().Name}, assignment {Assignment}: {Told}".TrimEnd())
    {
        Noted = Noted,
    };
}

/// <summary>The unit signed for the assignment 签收.</summary>
/// <param name="UnitId">The unit that signed for it.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Late">Whether the time was filled in afterwards; the stage stayed as it was.</param>
[EventForm(2)]
public sealed record UnitAcknowledged(
    UnitId UnitId,
    [property: Erasable(ErasureField.Notes)] string? Note,
    bool Late) : UnitReport
{
    /// <inheritdoc/>
    protected override string Told => $"{UnitId} {Note}";
}

/// <summary>The unit is on its way 出动.</summary>
/// <param name="UnitId">The unit that is on its way.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Late">Whether the time was filled in afterwards; the stage stayed as it was.</param>
[EventForm(2)]
public sealed record UnitEnRoute(
    UnitId UnitId,
    [property: Erasable(ErasureField.Notes)] string? Note,
    bool Late) : UnitReport
{
    /// <inheritdoc/>
    protected override string Told => $"{UnitId} {Note}";
}

/// <summary>The unit arrived on scene 到场.</summary>
/// <param name="UnitId">The unit that arrived.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Late">Whether the time was filled in afterwards; the stage stayed as it was.</param>
[EventForm(2)]
public sealed record UnitOnScene(
    UnitId UnitId,
    [property: Erasable(ErasureField.Notes)] string? Note,
    bool Late) : UnitReport
{
    /// <inheritdoc/>
    protected override string Told => $"{UnitId} {Note}";
}

/// <summary>The unit's assignment is over, in any way but the following three.</summary>
/// <param name="UnitId">The unit that is clear.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
/// <param name="Cause">Whether it was reported, or follows from the closure.</param>
public sealed record UnitCleared(
    UnitId UnitId,
    [property: Erasable(ErasureField.Notes)] string? Note,
    ClearCause Cause) : UnitReport
{
    /// <inheritdoc/>
    protected override string Told => $"{UnitId} {Note}";
}

/// <summary>Why an assignment ended <c>cleared</c>.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<ClearCause>))]
public enum ClearCause
{
    /// <summary>The end was reported for the unit.</summary>
    Report = 0,

    /// <summary>The incident was closed while the unit was on it.</summary>
    Closure = 1,
}

/// <summary>The unit refused the assignment before it moved off.</summary>
/// <param name="UnitId">The unit that refused.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
public sealed record UnitDeclined(
    UnitId UnitId,
    [property: Erasable(ErasureField.Notes)] string? Note) : UnitReport
{
    /// <inheritdoc/>
    protected override string Told => $"{UnitId} {Note}";
}

/// <summary>The centre recalled the unit before its arrival.</summary>
/// <param name="UnitId">The unit that was recalled.</param>
/// <param name="Note">A note of at most 4,000 characters, or null.</param>
public sealed record UnitCancelled(
    UnitId UnitId,
    [property: Erasable(ErasureField.Notes)] string? Note) : UnitReport
{
    /// <inheritdoc/>
    protected override string Told => $"{UnitId} {Note}";
}

/// <summary>Somebody reported what was found and done 反馈: mostly a unit.</summary>
/// <param name="UnitId">The unit that reported; null: a station for itself, or the centre.</param>
/// <param name="Outcome">The outcome, 1 to 100 characters.</param>
/// <param name="Narrative">More about it, at most 4,000 characters, or null.</param>
/// <param name="Results">What came of it, a number to each word; at most 50 words.</param>
[EventForm(OfNoUnit)]
public sealed record FeedbackGiven(
    UnitId? UnitId,
    string Outcome,
    [property: Erasable(ErasureField.Feedback)] string? Narrative,
    IReadOnlyDictionary<string, double> Results) : UnitReport, IFormedEvent
{
    // Of no unit: an older program finds no unit in it.
    private const short OfNoUnit = 3;

    /// <summary>
    /// The station that reported for itself; null, and left out of the event's data, where a unit reported, or the centre.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Station { get; init; }

    /// <summary>
    /// The subject (<c>sub</c>) of the token of who gave it; null, and left out of the event's data, in events of before.
    /// </summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? By { get; init; }

    /// <inheritdoc/>
    short IFormedEvent.Form => UnitId is null ? OfNoUnit : FormOfReport;

    /// <inheritdoc/>
    object? IFormedEvent.InForm(short newest) => UnitId is null ? null : NoteInstead();

    /// <inheritdoc/>
    protected override string Told => string.Join(
        ' ',
        (string[])[
            UnitId?.Value ?? "-",
            Outcome,
            Narrative ?? "-",
            .. Results.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Key} {r.Value}")),
        ]);
}
