using Tocsin.Clocks;
using Tocsin.Directives;
using Tocsin.Identity;
using Tocsin.Incidents;
using Tocsin.Places;
using static Tocsin.Tests.Rules.Cast;

namespace Tocsin.Tests.Rules.Deciding;

/// <summary>Events of the loop and of operations, for <see cref="CodecTests"/>.</summary>
internal static class OperationSamples
{
    private static readonly DirectiveId Order = DirectiveId.Of("d1");

    private static readonly Noted Late = new(Centre.Start.AddSeconds(9), Centre.Start.AddHours(-1));

    /// <summary>Stream, event, and the members that its data has; an asterisk marks those that the contract does not name.</summary>
    public static readonly (StreamId Stream, object Event, string Members)[] All =
    [
        (A.Stream, new UnitAssigned(One, null, "north") { By = "li" }, "unitId divertedFrom station* by*"),
        (
            A.Stream,
            new DirectiveAttached(Order, "handle", new DirectiveTo(null, One, null), "north") { By = "li" },
            "directiveId kind to station* by*"),
        (A.Stream, new IncidentClosed("d", null) { By = "li" }, "disposition note by*"),
        (
            A.Stream,
            new FeedbackGiven(null, "o", "n", new Dictionary<string, double>()) { By = "li" },
            "unitId outcome narrative results by*"),
        (A.Stream, new Tocsin.Incidents.Urged(ClockStage.Feedback, null, "r") { By = "li" }, "stage* unitId* reason* by*"),
        (A.Stream, new IncidentAssessed(1, "north", null, "li"), "priority* owner* note* by*"),
        (
            A.Stream,
            new IncidentAssessed(1, "north", "n", "li") { Station = "north", AreaClass = AreaClass.City, Noted = Late },
            "priority* owner* note* by* station* areaClass* noted*"),
        (
            A.Stream,
            new IncidentChanged(new IncidentChanges(null, null, null, null, new("south", "north"), null) { StationNamed = true }),
            "changes"),
        (
            A.Stream,
            new OperationOpened("p", StationId.Of("north"), [StationId.Of("south")], [Order], "li"),
            "purpose* lead* bodies* tasks* by*"),
        (A.Stream, new OperationChanged([StationId.Of("north")], []), "added* removed*"),
        (
            A.Stream,
            new OperationClosed(OperationOutcome.Supported, new Dictionary<string, double> { ["found"] = 1 }, null, "li"),
            "outcome* results* note* by*"),
    ];
}
