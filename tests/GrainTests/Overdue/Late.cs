using Tocsin.Clocks;
using Tocsin.Hosting;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Journal;
using Tocsin.Json;
using Tocsin.Overdue;
using Tocsin.StreamKinds;

namespace Tocsin.Tests.GrainTests.Overdue;

/// <summary>Rows and items of which the specifications of what is late are made.</summary>
internal static class Late
{
    public static readonly DateTimeOffset Start = new(2026, 1, 1, 8, 0, 0, TimeSpan.Zero);

    public static ClockView Clock(
        ClockStage stage,
        int second = 0,
        UnitId? unit = null,
        bool silent = false,
        ClockState state = ClockState.Running,
        string? takenBy = null) =>
        new(
            stage, unit, state, Start, null, Start.AddSeconds(second), null, Start.AddSeconds(second), silent, EscalationLevel.Station,
            takenBy, takenBy is null ? null : Start.AddHours(1));

    public static IncidentView Incident(string id, params IReadOnlyList<ClockView> clocks) => new(
        IncidentId.Of(id), "260101-0001", IncidentStatus.Received, "theft", 2, null, null, "north", null, Start, null, Start, false, false,
        0, [], [], [], [], clocks, null, 3);

    public static AssignmentView Assignment(UnitId unit, string? station) =>
        new(unit, AssignmentStage.Assigned, Start, null, null, null, null, null, station);

    public static BoardRow Row(IncidentView view, DateTimeOffset? lateAt = null, byte hash = 1) => new(
        view.Id.Stream,
        view.Version,
        [.. Enumerable.Repeat(hash, 32)],
        new JournalPosition(1),
        new BoardEntry(TocsinJson.Write(view), IncidentViews.Code, true, (short)view.Status, (short)view.Priority, view.Station, null)
        {
            LateAt = lateAt ?? Start,
        });

    /// <summary>The items of a row.</summary>
    public static IReadOnlyList<LateItem> Items(BoardRow row)
    {
        using var metrics = new OverdueMetrics();
        return new LateRows(StreamDefinitions.Catalogue, metrics).Of(row);
    }

    /// <summary>An item late since so many seconds after the start.</summary>
    public static LateItem Item(
        string id,
        int second,
        string? station = "north",
        UnitId? unit = null,
        ClockStage? stage = ClockStage.Assign,
        string? takenBy = null) =>
        new(
            new OverdueItem(
                stage is null ? OverdueKind.Reported : OverdueKind.Overdue, IncidentId.Of(id), null, "260101-0001", "theft", 2,
                IncidentStatus.Received, station, false, stage, unit, Start.AddSeconds(second), 0, null, takenBy, null, null),
            station);

    /// <summary>A picture of items, as of an hour after the start.</summary>
    public static OverduePicture Picture(params IEnumerable<LateItem> items) =>
        new(Start.AddHours(1), [.. items.OrderBy(i => OverduePlace.Of(i.Item))], complete: true);
}
