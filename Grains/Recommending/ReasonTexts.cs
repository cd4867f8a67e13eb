using System.Globalization;
using Tocsin.Identity;
using Tocsin.Incidents;

namespace Tocsin.Recommending;

/// <summary>The reasons in words. They carry ids, numbers and distances, and nothing personal.</summary>
internal static class ReasonTexts
{
    public static Reason OutOfService { get; } = new(ReasonCode.OutOfService, "out of service");

    public static Reason NotNeeded { get; } = new(ReasonCode.NotNeeded, "free, and others were enough");

    public static Reason Divertible { get; } = new(
        ReasonCode.Divertible, "could be diverted: its incident is less urgent and it is not there yet");

    public static Reason Ending { get; } = new(ReasonCode.Ending, "may be free soon: feedback was given");

    public static Reason NoneOnDuty { get; } = new(ReasonCode.NoneOnDuty, "no unit of this sort is on duty") { Count = 0 };

    public static Reason PlaceUnknown { get; } = new(
        ReasonCode.PlaceUnknown, "free; the place is not known, so nobody knows how far it is");

    public static Reason Place(DutyUnit unit, double meters, DateTimeOffset now) => unit.SeenAt is { } seen
        ? new Reason(ReasonCode.Position, Text($"free; {meters / 1000:0.0} km from its position of {seen.UtcDateTime:HH:mm:ss}Z"))
        {
            Meters = Round(meters),
            Seconds = Age(now, seen),
        }
        : new Reason(ReasonCode.Home, Text($"free; {meters / 1000:0.0} km from its home, no position known")) { Meters = Round(meters) };

    public static Reason Stale(DutyUnit unit, DateTimeOffset now) =>
        new(
            ReasonCode.StalePosition,
            Text($"its position is {Age(now, unit.SeenAt!.Value) / 60} min old: reckoned from the farther of that place and its home"))
        {
            Seconds = Age(now, unit.SeenAt!.Value),
        };

    public static Reason OwnStation(string station) =>
        new(ReasonCode.OwnStation, $"of the incident's own station {station}") { Name = station };

    public static Reason OtherStation(string station, int seconds) => seconds == 0
        ? new Reason(ReasonCode.OtherStation, $"of station {station}") { Name = station }
        : new Reason(ReasonCode.OtherStation, Text($"of station {station}, which counts as {seconds} s more"))
        {
            Name = station,
            Seconds = seconds,
        };

    public static Reason Capability(string capability) => new(ReasonCode.Capability, $"has {capability}") { Name = capability };

    public static Reason Lacks(string capability) => new(ReasonCode.LacksCapability, $"lacks {capability}") { Name = capability };

    public static Reason OtherKind(string kind) => new(ReasonCode.OtherKind, $"is of kind {kind}, which is not asked for") { Name = kind };

    public static Reason NotOwnStation(string? station) =>
        new(
            ReasonCode.NotOwnStation,
            station is null
                ? "of no station; the card asks for the incident's own"
                : $"of station {station}; the card asks for the incident's own")
        {
            Name = station,
        };

    public static Reason Busy(IncidentId? id, LiveIncident? incident) => incident is null
        ? new Reason(ReasonCode.Busy, id is { } known ? $"busy on {known}" : "busy") { IncidentId = id }
        : new Reason(ReasonCode.Busy, Text($"busy on {incident.Number}, priority {incident.Priority}"))
        {
            IncidentId = id,
            Number = incident.Number,
            Priority = incident.Priority,
        };

    public static Reason Distress(IncidentId? id) => new(ReasonCode.Distress, "called for help itself") { IncidentId = id };

    public static Reason DistressedOnes(int count) => new(ReasonCode.Distress, Text($"{count} called for help")) { Count = count };

    public static Reason BusyOnes(int count) => new(ReasonCode.Busy, Text($"{count} busy")) { Count = count };

    public static Reason OutOfServiceOnes(int count) => new(ReasonCode.OutOfService, Text($"{count} out of service")) { Count = count };

    public static Reason UnplacedOnes(int count) =>
        new(ReasonCode.Unplaced, Text($"{count} free, but neither position nor home is known")) { Count = count };

    public static Reason ForeignOnes(int count) =>
        new(ReasonCode.PlaceUnknown, Text($"{count} free at other stations: not offered while the place is not known")) { Count = count };

    public static Reason UsedElsewhere(int count) =>
        new(ReasonCode.UsedElsewhere, Text($"{count} fill other needs of this plan")) { Count = count };

    private static int Round(double meters) => (int)Math.Round(meters);

    private static int Age(DateTimeOffset now, DateTimeOffset seen) => (int)Math.Max(0, (now - seen).TotalSeconds);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
