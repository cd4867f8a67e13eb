namespace Tocsin.Tests.Tidy;

/// <summary>Rooms within a project know each other in one direction: without circles, each can be read after those that it knows.</summary>
public sealed class RoomRules
{
    private static readonly string[] GatewayShared =
    [
        "Answers", "Calling", "Csv", "Examples", "JsonBodies", "Limits", "OpenApi", "Problems", "Queries", "Recording", "Routing",
        "Settings", "SignIn", "Telemetry", "Text",
    ];

    // Everything that all kinds of streams have in common. A feature registers itself with a definition; these rooms ask the definition.
    private static readonly string[] GrainsShared =
    [
        "Streams", "Deciding", "Journal", "Live", "Reading", "Watch", "StreamKinds", "Versions", "Firing",
        "Background", "CostlyReads",
    ];

    private static readonly string[] Features =
    [
        "Access", "Calls", "Directives", "Distress", "Duplicates", "Evidence", "Gateways", "Incidents", "Messages", "Mission",
        "Operations", "Overdue", "PastBoards", "Policies", "Quality", "Recommending", "Reports", "Retiring", "RunCards", "Stations",
        "Timelines",
        "Units",
    ];

    [Theory]
    [InlineData("Gateway")]
    [InlineData("Grains")]
    [InlineData("Silo")]
    public void The_rooms_of_a_project_have_no_circle(string project) => Assert.Empty(RoomGraph.Of(project).Circles());

    [Fact]
    public void The_gateways_shared_rooms_know_no_feature() => Assert.Empty(RoomGraph.Of("Gateway").Arrows
        .Where(a => GatewayShared.Contains(a.Key.From) && !GatewayShared.Contains(a.Key.To))
        .SelectMany(a => a.Value.Select(place => $"{a.Key.From} -> {a.Key.To} by {place}")));

    [Fact]
    public void The_shared_rooms_of_the_grains_know_no_feature() => Assert.Empty(RoomGraph.Of("Grains").Arrows
        .Where(a => GrainsShared.Contains(a.Key.From) && Features.Contains(a.Key.To))
        .SelectMany(a => a.Value.Select(place => $"{a.Key.From} -> {a.Key.To} by {place}")));

    [Fact]
    public void The_rooms_that_these_rules_name_exist() =>
        Assert.Empty(GrainsShared
            .Concat(Features)
            .Except(RoomGraph.Of("Grains").Rooms)
            .Concat(GatewayShared.Except(RoomGraph.Of("Gateway").Rooms)));
}
