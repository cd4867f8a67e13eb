using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Tocsin.Clocks;
using Tocsin.Identity;
using Tocsin.Json;
using Tocsin.Places;

namespace Tocsin.Directives;

/// <summary>A directive as the contract shows it. All times are UTC, whole milliseconds.</summary>
/// <param name="Id">The id, 1 to 40 characters.</param>
/// <param name="Number">The number that people say aloud, <c>ZYYMMDD-NNNN</c>.</param>
/// <param name="Group">The id of the first directive that was issued with it; its own when it was alone or first.</param>
/// <param name="Kind">The kind, 1 to 100 characters.</param>
/// <param name="Status">The status, derived from what happened.</param>
/// <param name="To">To whom it goes.</param>
/// <param name="From">The person who issued it.</param>
/// <param name="Text">What is to be done, 1 to 4,000 characters; null where it is another's affair.</param>
/// <param name="IncidentId">The incident that it hangs on, or null.</param>
/// <param name="CallId">The call that it hangs on, or null.</param>
/// <param name="DeploymentId">The deployment that made it, or null.</param>
/// <param name="PostId">The post that it is for, or null.</param>
/// <param name="Place">Where, or null.</param>
/// <param name="Parties">The numbers of the incident's parties that it is about.</param>
/// <param name="Equipment">What is to be taken along.</param>
/// <param name="Cautions">The dangers of which the recipient was told.</param>
/// <param name="Fields">What a record lacks.</param>
/// <param name="IssuedAt">When it was issued.</param>
/// <param name="SignedAt">When it was signed for, or null.</param>
/// <param name="SignedBy">By whom, or null.</param>
/// <param name="SentAt">When its station first sent somebody, or null.</param>
/// <param name="ReportedAt">When the first final report was given, or null.</param>
/// <param name="OverAt">When it was concluded, refused or withdrawn, or null.</param>
/// <param name="ValidUntil">Until when it is in force, or null.</param>
/// <param name="NextAt">When the next report is due, or null.</param>
/// <param name="Outcome">The outcome of its conclusion, else of its newest report, or null.</param>
/// <param name="Returns">That reports were given back, oldest first.</param>
/// <param name="Reports">The newest 20 reports, oldest first.</param>
/// <param name="ReportCount">How many reports there were.</param>
/// <param name="Receipt">Who took it over at a recipient's that signs in nowhere here, or null.</param>
/// <param name="Replaces">The directive in whose place it was issued, or null.</param>
/// <param name="Shared">Whether others on the same affair see its text and reports.</param>
/// <param name="Exercise">Whether it is a drill.</param>
/// <param name="Historic">Whether its issue lay more than <c>Tocsin:HistoricAfter</c> before its recording.</param>
/// <param name="Clocks">The clocks, in the order in which they started.</param>
/// <param name="Version">The number of its events, 1 or more.</param>
/// <param name="Refusal">That the recipient refused it; null, the default, where it did not.</param>
/// <param name="ReplacedBy">The first directive that was issued in its place; null, the default, where none was.</param>
[GenerateSerializer, Immutable, Alias("tocsin.DirectiveView")]
public sealed record DirectiveView(
    [property: Id(0)] DirectiveId Id,
    [property: Id(1)] string Number,
    [property: Id(2)] DirectiveId Group,
    [property: Id(3)] string Kind,
    [property: Id(4)] DirectiveStatus Status,
    [property: Id(5)] DirectiveTo To,
    [property: Id(6)] DirectiveFrom From,
    [property: Id(7)] string? Text,
    [property: Id(8)] IncidentId? IncidentId,
    [property: Id(9)] CallId? CallId,
    [property: Id(10)] string? DeploymentId,
    [property: Id(11)] string? PostId,
    [property: Id(12)] Location? Place,
    [property: Id(13)] IReadOnlyList<int> Parties,
    [property: Id(14)] IReadOnlyList<string> Equipment,
    [property: Id(15)] IReadOnlyList<CautionView> Cautions,
    [property: Id(16)] IReadOnlyList<string> Fields,
    [property: Id(17)] DateTimeOffset IssuedAt,
    [property: Id(18)] DateTimeOffset? SignedAt,
    [property: Id(19)] string? SignedBy,
    [property: Id(20)] DateTimeOffset? SentAt,
    [property: Id(21)] DateTimeOffset? ReportedAt,
    [property: Id(22)] DateTimeOffset? OverAt,
    [property: Id(23)] DateTimeOffset? ValidUntil,
    [property: Id(24)] DateTimeOffset? NextAt,
    [property: Id(25)] string? Outcome,
    [property: Id(26)] IReadOnlyList<DirectiveReturn> Returns,
    [property: Id(27)] IReadOnlyList<DirectiveReport> Reports,
    [property: Id(28)] int ReportCount,
    [property: Id(29)] DirectiveReceipt? Receipt,
    [property: Id(30)] DirectiveId? Replaces,
    [property: Id(31)] bool Shared,
    [property: Id(32)] bool Exercise,
    [property: Id(33)] bool Historic,
    [property: Id(34)] IReadOnlyList<ClockView> Clocks,
    [property: Id(35)] int Version,
    [property: Id(36)] DirectiveRefusal? Refusal = null,
    [property: Id(37)] DirectiveId? ReplacedBy = null)
{
    /// <summary>The number of its pieces of evidence.</summary>
    [Id(120)]
    public int EvidenceCount { get; init; }

    /// <summary>The directive as board and feed show it: without its reports, and with the clocks that run.</summary>
    public DirectiveView OnBoard() => this with { Reports = [], Clocks = [.. Clocks.Where(c => c.State == ClockState.Running)] };
}

/// <summary>A directive's status. The numbers are stored.</summary>
[JsonConverter(typeof(CamelCaseEnumConverter<DirectiveStatus>))]
public enum DirectiveStatus
{
    /// <summary>It was issued, and nobody has signed for it.</summary>
    Issued = 0,

    /// <summary>The recipient signed for it.</summary>
    [SuppressMessage("Naming", "CA1720", Justification = "The contract's word; it has nothing to do with signed numbers.")]
    Signed = 1,

    /// <summary>The recipient gave its final report.</summary>
    Reported = 2,

    /// <summary>It is done, or it ended by itself.</summary>
    Concluded = 3,

    /// <summary>The recipient refused it.</summary>
    Refused = 4,

    /// <summary>The issuer took it back.</summary>
    Withdrawn = 5,
}
