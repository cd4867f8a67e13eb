using Tocsin.Clocks;
using Tocsin.Commands;
using Tocsin.Identity;
using Tocsin.Places;

namespace Tocsin.Incidents;

/// <summary>What can be asked of an incident.</summary>
[GenerateSerializer, Immutable, Alias("tocsin.IncidentCommand")]
public abstract record IncidentCommand;

// Receipt and changes

/// <summary>Makes an incident. With a call it disposes of that call in the same append.</summary>
/// <param name="CallId">The call it comes from.</param>
/// <param name="Category">1 to 100 characters.</param>
/// <param name="Priority">1 (most urgent) to 4.</param>
/// <param name="Location">Where, as far as known.</param>
/// <param name="Narrative">At most 4,000 characters.</param>
/// <param name="Station">Wins over the one that the place would give.</param>
/// <param name="Exercise">A drill or a probe.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CreateIncident")]
public sealed record CreateIncident(
    [property: Id(0)] CallId? CallId,
    [property: Id(1)] string Category,
    [property: Id(2)] int Priority,
    [property: Id(3)] Location? Location,
    [property: Id(4)] string? Narrative,
    [property: Id(5)] string? Station,
    [property: Id(6)] bool Exercise,
    [property: Id(7)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>Changes fields, each by itself.</summary>
/// <param name="Category">1 to 100 characters.</param>
/// <param name="Priority">1 to 4.</param>
/// <param name="Location">Null: not known.</param>
/// <param name="Narrative">At most 4,000 characters; null: none.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ChangeIncident")]
public sealed record ChangeIncident(
    [property: Id(0)] Optional<string> Category,
    [property: Id(1)] Optional<int> Priority,
    [property: Id(2)] Optional<Location?> Location,
    [property: Id(3)] Optional<string?> Narrative) : IncidentCommand;

/// <summary>Adds a note, also to a closed incident.</summary>
/// <param name="Text">1 to 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AddNote")]
public sealed record AddNote([property: Id(0)] string Text) : IncidentCommand;

/// <summary>Links it to another incident; a link moves nothing.</summary>
/// <param name="IncidentId">The other one.</param>
/// <param name="Relation">DuplicateOf or RelatedTo.</param>
[GenerateSerializer, Immutable, Alias("tocsin.AddLink")]
public sealed record AddLink(
    [property: Id(0)] IncidentId IncidentId,
    [property: Id(1)] LinkRelation Relation) : IncidentCommand;

/// <summary>Takes a link away.</summary>
/// <param name="IncidentId">The other one.</param>
[GenerateSerializer, Immutable, Alias("tocsin.RemoveLink")]
public sealed record RemoveLink([property: Id(0)] IncidentId IncidentId) : IncidentCommand;

// Closure

/// <summary>Closes it 办结: active assignments end cleared at its time.</summary>
/// <param name="Disposition">1 to 100 characters.</param>
/// <param name="Note">At most 4,000 characters.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.CloseIncident")]
public sealed record CloseIncident(
    [property: Id(0)] string Disposition,
    [property: Id(1)] string? Note,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>Opens a closed one again: nobody is on it.</summary>
/// <param name="Reason">1 to 500 characters.</param>
/// <param name="OccurredAt">When it happened; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReopenIncident")]
public sealed record ReopenIncident(
    [property: Id(0)] string Reason,
    [property: Id(1)] DateTimeOffset? OccurredAt) : IncidentCommand;

// Supervision

/// <summary>Urges 催办: says that a stage is waited for. Moves nothing.</summary>
/// <param name="Stage">What is waited for; any but <c>answer</c>.</param>
/// <param name="UnitId">Who is urged, a unit that is on the incident; null: everybody on it.</param>
/// <param name="Reason">1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.Urge")]
public sealed record Urge(
    [property: Id(0)] ClockStage Stage,
    [property: Id(1)] UnitId? UnitId,
    [property: Id(2)] string Reason) : IncidentCommand;

/// <summary>Takes what was brought to a level: the overdue clocks that are there now climb no further.</summary>
/// <param name="Level">The level that was told.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TakeEscalation")]
public sealed record TakeEscalation([property: Id(0)] EscalationLevel Level) : IncidentCommand;

/// <summary>Takes over the supervision 督办 of an open incident. Takes whatever was brought to anybody, and may be given again by another.</summary>
/// <param name="Reason">1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("tocsin.TakeSupervision")]
public sealed record TakeSupervision([property: Id(0)] string Reason) : IncidentCommand;

// Messages

/// <summary>Writes to all units on the incident, its station and the centre, also when it is closed.</summary>
/// <param name="MessageId">The message's id; follows from the command's.</param>
/// <param name="Text">1 to 1,000 characters.</param>
/// <param name="OccurredAt">When it was written; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.MessageIncident")]
public sealed record MessageIncident(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] string Text,
    [property: Id(2)] DateTimeOffset? OccurredAt) : IncidentCommand;

/// <summary>Says that a message of the incident was read by one whom it is for.</summary>
/// <param name="MessageId">Which one.</param>
/// <param name="OccurredAt">When it was read; absent means now; at most 5 s ahead.</param>
[GenerateSerializer, Immutable, Alias("tocsin.ReadIncidentMessage")]
public sealed record ReadIncidentMessage(
    [property: Id(0)] MessageId MessageId,
    [property: Id(1)] DateTimeOffset? OccurredAt) : IncidentCommand;
