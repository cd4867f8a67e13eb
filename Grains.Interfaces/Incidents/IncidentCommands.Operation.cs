using Tocsin.Directives;
using Tocsin.Identity;

namespace Tocsin.Incidents;

// Assessment

/// <summary>
/// Assesses the incident 研: how urgent it is, and who answers for it. The newest assessment holds; running clocks are reckoned anew. An
/// incident that belongs to no station belongs to the owner since, if that is a station.
/// </summary>
/// <remarks>
/// Refused with <c>incidentClosed</c>, and with <c>unknownReference</c> for an owner that is not registered, or is retired.
/// </remarks>
/// <param name="Priority">The priority, 1 (most urgent) to 4.</param>
/// <param name="Owner">The station or body that answers for it.</param>
/// <param name="Note">A note of at most 500 characters, or null.</param>
/// <param name="OccurredAt">
/// When it happened, as the device saw it; UTC, cut to whole milliseconds. Not before 2000-01-01, and at most 5 s ahead
/// (<c>occurredAtInFuture</c>). Null, the default, means now.
/// </param>
[GenerateSerializer, Immutable, Alias("tocsin.AssessIncident")]
public sealed record AssessIncident(
    [property: Id(0)] int Priority,
    [property: Id(1)] StationId Owner,
    [property: Id(2)] string? Note,
    [property: Id(3)] DateTimeOffset? OccurredAt) : IncidentCommand;

// Operations

/// <summary>
/// Opens an operation 合成作战: several bodies work on the incident together. Issues the tasks, each a directive to one recipient, in the
/// same append.
/// </summary>
/// <remarks>
/// Refused with <c>incidentClosed</c>, with <c>wrongStage</c> while one is open, with <c>unknownReference</c> for a lead, a body or a
/// recipient that is not registered or is retired, and with <c>limitReached</c> when the incident would have more than
/// <see cref="DirectiveLimits.OpenOfIncidentMax"/> open directives.
/// </remarks>
/// <param name="Purpose">What it is for, 1 to 500 characters, not blank.</param>
/// <param name="Lead">The station or body that leads it, or null.</param>
/// <param name="Bodies">
/// The stations and bodies that take part, at most <see cref="OperationLimits.BodiesMax"/>; the recipients of tasks join them.
/// </param>
/// <param name="Tasks">
/// The tasks, at most <see cref="OperationLimits.TasksMax"/>, each with one recipient; on which incident they hang, and when they are
/// issued, follows from this command.
/// </param>
/// <param name="FirstDirective">The id of the first task, from which those of the others follow; it follows from the command's id.</param>
/// <param name="OccurredAt">As in <see cref="AssessIncident"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.OpenOperation")]
public sealed record OpenOperation(
    [property: Id(0)] string Purpose,
    [property: Id(1)] StationId? Lead,
    [property: Id(2)] IReadOnlyList<StationId> Bodies,
    [property: Id(3)] IReadOnlyList<IssueDirectives> Tasks,
    [property: Id(4)] DirectiveId FirstDirective,
    [property: Id(5)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>Lets bodies join the open operation, or leave it. Only what differs is recorded.</summary>
/// <remarks>
/// Refused with <c>wrongStage</c> while none is open, with <c>unknownReference</c> for who joins and is not registered or is retired, and
/// with <c>limitReached</c> for more than <see cref="OperationLimits.BodiesMax"/>.
/// </remarks>
/// <param name="Add">The stations and bodies that join.</param>
/// <param name="Remove">The stations and bodies that leave; those that do not take part are passed over.</param>
/// <param name="OccurredAt">As in <see cref="AssessIncident"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeOperation")]
public sealed record ChangeOperation(
    [property: Id(0)] IReadOnlyList<StationId> Add,
    [property: Id(1)] IReadOnlyList<StationId> Remove,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>
/// Closes the open operation, also on a closed incident. Its tasks that are reported are concluded in the same append, also those that
/// replaced a task.
/// </summary>
/// <remarks>
/// Refused with <c>wrongStage</c> while none is open, with <c>directivesOpen</c> while a task is neither reported nor over, unless such
/// tasks are to be withdrawn, and with <c>unknownReference</c> for a word of results that is not listed.
/// </remarks>
/// <param name="Outcome">Whether it did what it was for.</param>
/// <param name="Results">What came of it, a number to each word; at most 50 words of 1 to 100 characters.</param>
/// <param name="Note">A note of at most 500 characters, or null.</param>
/// <param name="Withdraw">Whether its tasks that are not reported are withdrawn.</param>
/// <param name="OccurredAt">As in <see cref="AssessIncident"/>.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CloseOperation")]
public sealed record CloseOperation(
    [property: Id(0)] OperationOutcome Outcome,
    [property: Id(1)] IReadOnlyDictionary<string, double> Results,
    [property: Id(2)] string? Note,
    [property: Id(3)] bool Withdraw,
    [property: Id(4)] DateTimeOffset? OccurredAt) : IncidentCommand;
