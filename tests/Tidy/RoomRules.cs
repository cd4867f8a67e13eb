namespace Tocsin.Tests.Tidy;

/// <summary>Rooms within a project know each other in one direction: without circles, each can be read after those that it knows.</summary>
public sealed class RoomRules
{
    [Fact]
    public void The_rooms_of_the_gateway_have_no_circle() => Assert.Empty(RoomGraph.Of("Gateway").Circles());

    [Fact]
    public void The_gateways_shared_rooms_know_no_feature() => Assert.Empty(RoomGraph.Of("Gateway").Arrows
        .Where(a => Shared.Contains(a.Key.From) && !Shared.Contains(a.Key.To))
        .SelectMany(a => a.Value.Select(place => $"{a.Key.From} -> {a.Key.To} by {place}")));

    private static readonly string[] Shared =
        [
            "Answers", "Calling", "Examples", "JsonBodies", "OpenApi", "Problems",
        "Queries", "Routing", "Settings", "SignIn", "Telemetry", "Text",
        ];
}
