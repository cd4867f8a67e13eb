using Tocsin.Tests.Load.Replay.Reading;

namespace Tocsin.Tests.Load.Replay.Planning;

/// <summary>One unit's response to one incident: a row with a unit and a dispatch.</summary>
public sealed class PlannedResponse
{
    /// <summary>The row.</summary>
    public required FileRow Row { get; init; }

    /// <summary>The incident.</summary>
    public required PlannedIncident Incident { get; init; }

    /// <summary>Its place among all responses by dispatch, then end, then line; ties in time go by it.</summary>
    public int Index { get; set; }

    /// <summary>When the unit was sent.</summary>
    public required DateTimeOffset DispatchAt { get; init; }

    /// <summary>Until when the unit is taken; never before its dispatch, the end of time when it was never made available.</summary>
    public DateTimeOffset HeldUntil => Row.Times.Available is not { } available ? DateTimeOffset.MaxValue
        : available > DispatchAt ? available : DispatchAt;

    /// <summary>The response that the unit is taken off for this one, null when it was free.</summary>
    public PlannedResponse? TakenFrom { get; set; }

    /// <summary>The response that takes the unit off this one, null when it ends otherwise or not at all.</summary>
    public PlannedResponse? TakenBy { get; set; }

    /// <summary>The step that sends the unit.</summary>
    public Step Started { get; set; } = null!;

    /// <summary>The step that reports it on its way, null where the file has no time.</summary>
    public Step? EnRoute { get; set; }

    /// <summary>The step that reports its arrival, null where the file has no time.</summary>
    public Step? OnScene { get; set; }

    /// <summary>The step that reports it available, null where the file has no time.</summary>
    public Step? Cleared { get; set; }

    /// <summary>Every moment that the file gives for it and that the contract has a place for.</summary>
    public IEnumerable<DateTimeOffset> Moments =>
        new[] { DispatchAt, Row.Times.Response, Row.Times.OnScene, Row.Times.Available, TakenBy?.DispatchAt }.OfType<DateTimeOffset>();
}
